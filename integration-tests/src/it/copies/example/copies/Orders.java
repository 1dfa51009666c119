package example.copies;

import dev.telemetry.Measured;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;

/** Emits events of its own and listens to everybody's, by the copy of the API that it finds. */
public final class Orders implements Runnable {
  private final String name;

  public Orders(String name) {
    this.name = name;
  }

  @Override
  public void run() {
    Telemetry.attach(name, "**.stop", (event, numbers, about) -> print(event));
    Telemetry.attach(name + " placed", "order.placed", (event, numbers, about) -> print(event));
    for (int i = 0; i < 3; i++) {
      Telemetry.execute("order.placed", Measurements.of("amount", 5), Metadata.of("shop", name));
    }
    pack();
    Telemetry.span("order.delivery", Metadata.none(), () -> "delivered");
  }

  /** Stops listening. */
  public void close() {
    System.out.println(name + " detached " + Telemetry.detach(name));
    Telemetry.detach(name + " placed");
  }

  @Measured
  private void pack() {}

  private void print(String event) {
    System.out.println(name + " heard " + event);
  }
}
