package example.meters;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures by Micrometer, in two registries behind the global one. Arguments: how often, and how
 * many milliseconds it stays then.
 */
public final class Main {
  private static final AtomicInteger QUEUE = new AtomicInteger(7);

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    Metrics.addRegistry(new SimpleMeterRegistry());
    Metrics.addRegistry(new SimpleMeterRegistry());
    Metrics.gauge("shop.queue", QUEUE);
    int number = Integer.parseInt(args[0]);
    for (int i = 0; i < number; i++) {
      Metrics.counter("shop.orders", "kind", i % 2 == 0 ? "card" : "cash").increment();
      Metrics.timer("shop.call").record(1, TimeUnit.MILLISECONDS);
    }
    System.out.println("counted " + number);
    Thread.sleep(Long.parseLong(args[1]));
    System.exit(0);
  }
}
