package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Counts values by cells; only the ranges that occur take memory. Thread-safe. */
final class FineCounts {
  private static final int CHUNK = 32;
  private static final int CHUNK_SHIFT = 5;

  private final AtomicReferenceArray<@Nullable AtomicLongArray> chunks;

  FineCounts(int cells) {
    chunks = new AtomicReferenceArray<>((cells + CHUNK - 1) / CHUNK);
  }

  void increment(int cell) {
    AtomicLongArray chunk = chunks.get(cell >> CHUNK_SHIFT);
    if (chunk == null) {
      chunk = newChunk(cell >> CHUNK_SHIFT);
    }
    chunk.getAndIncrement(cell & (CHUNK - 1));
  }

  private AtomicLongArray newChunk(int index) {
    chunks.compareAndSet(index, null, new AtomicLongArray(CHUNK));
    AtomicLongArray chunk = chunks.get(index);
    return chunk == null ? new AtomicLongArray(CHUNK) : chunk;
  }

  long total() {
    long total = 0;
    for (int i = 0; i < chunks.length(); i++) {
      AtomicLongArray chunk = chunks.get(i);
      for (int j = 0; chunk != null && j < CHUNK; j++) {
        total += chunk.get(j);
      }
    }
    return total;
  }

  void addTo(long[] counts) {
    for (int i = 0; i < chunks.length(); i++) {
      AtomicLongArray chunk = chunks.get(i);
      int most = chunk == null ? 0 : Math.min(CHUNK, counts.length - i * CHUNK);
      for (int j = 0; chunk != null && j < most; j++) {
        counts[i * CHUNK + j] += chunk.get(j);
      }
    }
  }
}
