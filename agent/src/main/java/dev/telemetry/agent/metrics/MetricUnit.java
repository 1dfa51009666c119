package dev.telemetry.agent.metrics;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts what events measure (times in nanoseconds, sizes in bytes) to the unit of a metric.
 *
 * <p>By division: a product with a ratio such as 1e-6 has digits that nobody measured.
 */
public final class MetricUnit {
  private static final Map<String, MetricUnit> KNOWN = known();

  private final String symbol;
  private final double divisor;

  private MetricUnit(String symbol, double divisor) {
    this.symbol = symbol;
    this.divisor = divisor;
  }

  /**
   * Finds a unit.
   *
   * @param name in UCUM's form ({@code ms}, {@code By}) or in full ({@code millisecond}, {@code
   *     byte}); one that is not known converts nothing
   */
  public static MetricUnit of(String name) {
    MetricUnit unit = KNOWN.get(name);
    return unit == null ? new MetricUnit(name, 1) : unit;
  }

  /** Returns the unit in UCUM's form. */
  public String symbol() {
    return symbol;
  }

  /** Returns how many of the event's units are one of this. */
  public double divisor() {
    return divisor;
  }

  /** Returns a measured value in this unit. */
  public double convert(double measured) {
    return measured / divisor;
  }

  /** Returns a value in this unit as it would have been measured. */
  double measured(double converted) {
    double measured = converted * divisor;
    // 0.29 s is 290,000,000 ns, not 289,999,999.99999994: whole numbers are what is measured
    return divisor > 1 && !Double.isInfinite(measured) ? Math.rint(measured) : measured;
  }

  private static Map<String, MetricUnit> known() {
    Map<String, MetricUnit> units = new HashMap<>();
    put(units, new MetricUnit("s", 1e9), "second");
    put(units, new MetricUnit("ms", 1e6), "millisecond");
    put(units, new MetricUnit("us", 1e3), "microsecond");
    put(units, new MetricUnit("ns", 1), "nanosecond");
    put(units, new MetricUnit("By", 1), "byte");
    put(units, new MetricUnit("kBy", 1e3), "kilobyte");
    put(units, new MetricUnit("MBy", 1e6), "megabyte");
    return Collections.unmodifiableMap(units);
  }

  private static void put(Map<String, MetricUnit> units, MetricUnit unit, String name) {
    units.put(unit.symbol, unit);
    units.put(name, unit);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetricUnit && ((MetricUnit) other).symbol.equals(symbol);
  }

  @Override
  public int hashCode() {
    return symbol.hashCode();
  }

  @Override
  public String toString() {
    return symbol;
  }
}
