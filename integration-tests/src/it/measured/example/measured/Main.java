package example.measured;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;

/** Calls measured methods of every kind, a known number of times, and prints what they return. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Telemetry.attach(
        "till", "order.placed", (event, numbers, about) -> System.out.println("till " + about));
    System.out.println("class path " + System.getProperty("java.class.path"));
    Invoices invoices = new Invoices();
    for (int i = 0; i < 7; i++) {
      System.out.println("total " + invoices.total(i, 1.5));
    }
    System.out.println("fibonacci " + Invoices.fibonacci(5));
    System.out.println("add " + invoices.add(1) + invoices.add(2L) + invoices.add("three"));
    System.out.println("many " + invoices.many(1, 2L, 3f, 4d, "five", '6', true));
    invoices.settle();
    invoices.settle();
    for (int i = 0; i < 3; i++) {
      try {
        invoices.refuse("customer " + i % 2);
      } catch (IllegalStateException e) {
        System.out.println("refused " + e.getMessage() + " at " + e.getStackTrace()[0]);
      }
    }
    Ledger ledger = new Ledger();
    ledger.open();
    ledger.open();
    Ledger.close();
    System.out.println("greeting " + ledger.greeting());
    Telemetry.execute("order.placed", Measurements.of("amount", 3), Metadata.of("kind", "book"));
    Telemetry.detach("till");
    Telemetry.execute("order.placed", Measurements.of("amount", 4));
  }
}
