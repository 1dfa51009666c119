package dev.telemetry.instrumentation.micrometer;

/** Is shown the numbers of meters. */
public interface MeterVisitor {

  /**
   * A number that only grows.
   *
   * @param suffix stands behind the meter's name; empty for none
   * @param unit in UCUM's form
   * @param total in nanoseconds where the unit is a time
   */
  void total(MeterIdentity meter, String suffix, String unit, double total);

  /** A number that comes and goes; else as {@link #total}. */
  void newest(MeterIdentity meter, String suffix, String unit, double value);
}
