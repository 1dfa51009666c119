package example.newer;

import dev.telemetry.Telemetry;
import example.copies.Orders;

/** Calls what the agent's older copy of the API does not have. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("newer " + Telemetry.addedLater());
    Orders orders = new Orders("own");
    orders.run();
    orders.close();
  }
}
