package example.unmatched;

import dev.telemetry.Measurements;
import dev.telemetry.Telemetry;

/** Emits two events that metrics hear, or were to hear, and one that nobody hears. */
public final class Shop {
  private Shop() {}

  public static void main(String[] args) throws Exception {
    Telemetry.execute("order.placed", Measurements.of("amount", 5));
    Telemetry.execute("order.paid", Measurements.of("amount", 5));
    Telemetry.execute("mail.sent", Measurements.none());
    Thread.sleep(Long.parseLong(args[0]));
  }
}
