package dev.telemetry.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Some who look pages up at a leisurely pace until they are sent away. */
final class Visitors implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(3);

  /** So many and no more, should nobody send them away. */
  private static final int MOST = 250_000;

  private static final String[] PATHS = {"/pages/ada", "/pages/grace", "/elsewhere"};

  private final List<CompletableFuture<List<Long>>> clients;
  private volatile boolean over;

  Visitors(Library library) {
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
        LockSupport.parkNanos(PAUSE);
      }
    }
    return took;
  }

  @Override
  public void close() {
    leave();
  }
}
