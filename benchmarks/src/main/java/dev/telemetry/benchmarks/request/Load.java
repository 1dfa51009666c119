package dev.telemetry.benchmarks.request;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A bounded load on loopback: a fixed number of connections, each of which asks again once it has
 * its answer, for a fixed time.
 */
final class Load {
  private static final int CONNECTIONS = 4;
  private static final int MOST = 4_000_000;

  private final int port;

  Load(int port) {
    this.port = port;
  }

  /** Asks for that long. */
  Result run(Duration time) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long begin = System.nanoTime();
      List<Future<int[]>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int first = i;
        running.add(threads.submit(() -> ask(begin + time.toNanos(), first)));
      }
      List<int[]> micros = new ArrayList<>();
      for (Future<int[]> one : running) {
        micros.add(one.get());
      }
      return Result.of(micros, System.nanoTime() - begin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private int[] ask(long end, int first) throws IOException {
    int[] micros = new int[100_000];
    int count = 0;
    try (Client client = new Client(port)) {
      long now = System.nanoTime();
      while (now < end && count < MOST) {
        client.get(RequestApplication.BOOK + (first + count) % RequestApplication.BOOKS);
        long done = System.nanoTime();
        micros = count < micros.length ? micros : Arrays.copyOf(micros, count * 2);
        micros[count++] = (int) ((done - now) / 1_000);
        now = done;
      }
    }
    return Arrays.copyOf(micros, count);
  }

  /**
   * What came of it.
   *
   * @param requests how many were answered
   * @param seconds how long it took
   * @param sortedMicros how long each took, ascending
   */
  record Result(int requests, double seconds, int[] sortedMicros) {
    private static Result of(List<int[]> micros, long nanos) {
      int[] sorted = micros.stream().flatMapToInt(Arrays::stream).sorted().toArray();
      return new Result(sorted.length, nanos / 1e9, sorted);
    }

    double millis(double quantile) {
      return sortedMicros[(int) (quantile * (requests - 1))] / 1e3;
    }
  }
}
