package dev.telemetry.agent.dashboard;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The frames of the last hour, numbered from 1 without a gap, in bounded memory: where an hour
 * takes more than that, the history is shorter. Thread-safe; one thread adds.
 */
final class History {
  static final int MOST_FRAMES = 3600;

  private static final int CHUNK_FRAMES = 60;
  private static final int MOST_CHUNK_BYTES = 512 * 1024;
  private static final long MOST_BYTES = 6L << 20;

  private final long mostBytes;
  private final Deque<Chunk> closed = new ArrayDeque<>();
  private List<byte[]> open = new ArrayList<>();
  private long openBytes;
  private long closedBytes;
  private long closedFrames;
  private long newest;

  History() {
    this(MOST_BYTES);
  }

  /** Makes one that takes so much memory at most, beside the chunk that is open. */
  History(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Tells whether the next frame begins a chunk: it may become the oldest there is, so it has to
   * say what the others leave out because it has not changed.
   */
  synchronized boolean beginsChunk() {
    return open.isEmpty();
  }

  /** Adds a line that ends with a line feed, and wakes who waits. */
  synchronized void add(byte[] line) {
    open.add(line);
    openBytes += line.length;
    newest++;
    if (open.size() >= CHUNK_FRAMES || openBytes >= MOST_CHUNK_BYTES) {
      close();
    }
    notifyAll();
  }

  private void close() {
    Chunk chunk = Chunk.of(newest - open.size() + 1, open);
    closed.add(chunk);
    closedBytes += chunk.bytes();
    closedFrames += chunk.frames();
    open = new ArrayList<>();
    openBytes = 0;
    while (closedBytes > mostBytes || hasFramesTooMany()) {
      Chunk oldest = closed.remove();
      closedBytes -= oldest.bytes();
      closedFrames -= oldest.frames();
    }
  }

  private boolean hasFramesTooMany() {
    return !closed.isEmpty() && closedFrames - closed.getFirst().frames() >= MOST_FRAMES;
  }

  /** Returns the number of the newest frame; 0 where there was none. */
  synchronized long newest() {
    return newest;
  }

  /** Returns the number of the oldest frame that is still there; that of the next where none is. */
  synchronized long oldest() {
    return closed.isEmpty() ? newest - open.size() + 1 : closed.getFirst().first();
  }

  /** Returns how many bytes the frames take. */
  synchronized long bytes() {
    return closedBytes + openBytes;
  }

  /** Waits for a frame after that number, no longer than so many milliseconds. */
  synchronized void awaitAfter(long number, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (newest <= number && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }

  /** Shows the frames after a number that are still there; adding waits for no consumer. */
  void forEachAfter(long number, FrameConsumer consumer) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    List<byte[]> rest;
    long firstOfRest;
    synchronized (this) {
      for (Chunk chunk : closed) {
        if (chunk.first() + chunk.frames() - 1 > number) {
          chunks.add(chunk);
        }
      }
      rest = new ArrayList<>(open);
      firstOfRest = newest - open.size() + 1;
    }
    for (Chunk chunk : chunks) {
      forEachAfter(number, chunk, consumer);
    }
    for (int i = 0; i < rest.size(); i++) {
      if (firstOfRest + i > number) {
        consumer.accept(firstOfRest + i, rest.get(i), 0, rest.get(i).length);
      }
    }
  }

  private static void forEachAfter(long number, Chunk chunk, FrameConsumer consumer)
      throws IOException {
    byte[] lines = chunk.lines();
    long frame = chunk.first();
    for (int begin = 0, end = 0; end < lines.length; end++) {
      if (lines[end] == '\n') {
        if (frame > number) {
          consumer.accept(frame, lines, begin, end + 1 - begin);
        }
        begin = end + 1;
        frame++;
      }
    }
  }
}
