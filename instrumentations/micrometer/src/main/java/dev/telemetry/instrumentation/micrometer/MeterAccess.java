package dev.telemetry.instrumentation.micrometer;

/** What is asked of a registry, free of Micrometer's types. */
public interface MeterAccess {

  /**
   * Tells whether a registry's meters keep totals. One that only passes on to others has none, and
   * one that forgets at each of its steps has none either.
   */
  boolean keepsTotals(Object registry);

  /**
   * Shows every meter that a registry has now.
   *
   * @param visitor a meter that throws is passed over
   */
  void read(Object registry, MeterVisitor visitor);
}
