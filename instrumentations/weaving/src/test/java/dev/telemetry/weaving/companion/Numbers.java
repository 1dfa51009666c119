package dev.telemetry.weaving.companion;

import library.first.Order;

/** What a companion may have beside it. */
final class Numbers {
  private Numbers() {}

  static String of(Order order) {
    return "no. " + order.number();
  }
}
