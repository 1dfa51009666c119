package example.faults;

import dev.telemetry.Measurements;
import dev.telemetry.Telemetry;

/** Attaches a handler that fails, and goes on. */
public final class ThrowingHandler {
  private ThrowingHandler() {}

  public static void main(String[] args) {
    Telemetry.attach(
        "broken",
        "order.placed",
        (event, numbers, about) -> {
          throw new StackOverflowError("the handler's own fault");
        });
    Telemetry.attach("sound", "order.placed", (event, numbers, about) -> System.out.println(event));
    for (int i = 0; i < 3; i++) {
      Telemetry.execute("order.placed", Measurements.of("amount", i));
    }
    System.out.println("still attached " + Telemetry.handlers("order").size());
    System.exit(7);
  }
}
