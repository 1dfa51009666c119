package dev.telemetry.weaving.companion;

import dev.telemetry.weaving.OrderAccess;
import library.first.Order;

/** The test's companion: uses the library's types, and a class beside it. */
public final class FirstOrderAccess implements OrderAccess {
  public FirstOrderAccess() {}

  @Override
  public String numberOf(Object order) {
    return Numbers.of((Order) order);
  }
}
