package dev.telemetry.bus;

/** A subscriber that is there always, and knows whether anybody listens behind it. */
abstract class HandOver implements Subscriber {

  /** Tells whether a subscriber is a hand-over to nobody. */
  static boolean idle(Subscriber subscriber) {
    return subscriber instanceof HandOver && ((HandOver) subscriber).toNobody();
  }

  abstract boolean toNobody();
}
