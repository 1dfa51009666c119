package dev.telemetry.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Some who look pages up until they are sent away. */
final class Visitors implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final Duration AT_LEISURE = Duration.ofMillis(3);

  /** So many and no more, should nobody send them away. */
  private static final int MOST = 1_000_000;

  private static final String[] PATHS = {"/pages/ada", "/pages/grace", "/elsewhere"};

  private final List<CompletableFuture<List<Long>>> clients;
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
  List<Long> leave() {
    over = true;
    return clients.stream().flatMap(client -> client.join().stream()).toList();
  }

  private List<Long> visit(Library library) {
    List<Long> took = new ArrayList<>();
    try (Visitor visitor = library.visitor()) {
      while (!over && took.size() < MOST / CLIENTS) {
        long start = System.nanoTime();
        visitor.get(PATHS[took.size() % PATHS.length], "visitor");
        took.add(System.nanoTime() - start);
        LockSupport.parkNanos(rest);
      }
    }
    return took;
  }

  @Override
  public void close() {
    leave();
  }
}
