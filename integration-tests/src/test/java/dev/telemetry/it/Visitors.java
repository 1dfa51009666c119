package dev.telemetry.it;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Some who look pages up until they are sent away. */
final class Visitors implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final Duration AT_LEISURE = Duration.ofMillis(3);

  /** So many and no more, should nobody send them away. */
  private static final int MOST = 2_000_000;

  private static final String[] PATHS = {"/pages/ada", "/pages/grace", "/elsewhere"};

  private final List<CompletableFuture<long[]>> clients;
  private final long rest;
  private volatile boolean over;

  /** Lets them in, to look at pages at a leisurely pace. */
  Visitors(Library library) {
    this(library, AT_LEISURE);
  }

  /** Lets them in, each to rest so long behind an answer; zero for not at all. */
  Visitors(Library library, Duration rest) {
    this.rest = rest.toNanos();
    clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(client -> CompletableFuture.supplyAsync(() -> visit(library)))
            .toList();
  }

  /** Sends them away and returns the nanoseconds that each of their answers took. */
  long[] leave() {
    over = true;
    return clients.stream().flatMapToLong(client -> LongStream.of(client.join())).toArray();
  }

  private long[] visit(Library library) {
    LongStream.Builder took = LongStream.builder();
    try (Visitor visitor = library.visitor()) {
      for (int i = 0; !over && i < MOST / CLIENTS; i++) {
        took.add(nanosFor(visitor, PATHS[i % PATHS.length]));
        LockSupport.parkNanos(rest);
      }
    }
    return took.build().toArray();
  }

  private static long nanosFor(Visitor visitor, String path) {
    long start = System.nanoTime();
    visitor.get(path, "visitor");
    return System.nanoTime() - start;
  }

  @Override
  public void close() {
    leave();
  }
}
