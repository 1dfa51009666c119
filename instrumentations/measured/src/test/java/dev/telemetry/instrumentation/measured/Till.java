package dev.telemetry.instrumentation.measured;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredTag;

/** An application's class with methods of every kind. */
class Till {
  @Measured
  int charge(int amount, @MeasuredTag("payment.kind") String kind) {
    if (amount < 0) {
      throw new IllegalArgumentException("amount " + amount + " by " + kind);
    }
    return amount * 2;
  }

  @Measured("till.static")
  static String staticMethod() {
    return "static";
  }

  int callPrivate() {
    return privateMethod();
  }

  @Measured("till.private")
  private int privateMethod() {
    return 1;
  }

  @Measured("till.final")
  final long finalMethod() {
    return 2L;
  }

  @Measured("till.recursive")
  int recursive(int depth) {
    return depth == 0 ? 0 : 1 + recursive(depth - 1);
  }

  @Measured("till.overloaded")
  String overloaded(int value) {
    return "int " + value;
  }

  @Measured("till.overloaded")
  String overloaded(double value) {
    return "double " + value;
  }

  @Measured("till.tagged")
  void manyTags(
      @MeasuredTag("first") long first, boolean between, @MeasuredTag("second") double second) {}

  @Measured("till.deep")
  void deep(@MeasuredTag("depth") int depth, Object noTag) {
    if (depth > 0) {
      deep(depth - 1, noTag);
    } else {
      throw new IllegalStateException("the ground");
    }
  }

  /** Measured as a whole. */
  @Measured("drawer")
  static class Drawer {
    void open() {
      turnKey();
    }

    private void turnKey() {}
  }

  /** Inherits its name from the simple class name. */
  @Measured
  static class Receipt {
    void print() {}
  }
}
