package dev.telemetry.weaving.companion;

import dev.telemetry.weaving.OrderAccess;
import library.first.Order;

/** A companion that asks no order for its number. */
public final class ShippingAccess implements OrderAccess {
  public ShippingAccess() {}

  @Override
  public String numberOf(Object order) {
    ((Order) order).ship((Order) order);
    return "shipped";
  }
}
