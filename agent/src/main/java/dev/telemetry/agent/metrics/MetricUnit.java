package dev.telemetry.agent.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts what events measure (times in nanoseconds, sizes in bytes) to the unit of a metric.
 *
 * <p>By division: a product with a ratio such as 1e-6 has digits that nobody measured.
 */
public final class MetricUnit {
  private static final Map<String, MetricUnit> KNOWN = known();

  private final String symbol;
  private final Kind kind;
  private final double divisor;

  /** How many nanoseconds or bytes are one of what the events measure. */
  private final double factor;

  private MetricUnit(String symbol, Kind kind, double divisor, double factor) {
    this.symbol = symbol;
    this.kind = kind;
    this.divisor = divisor;
    this.factor = factor;
  }

  /**
   * Finds a unit.
   *
   * @param name in UCUM's form ({@code ms}, {@code By}) or in full ({@code millisecond}, {@code
   *     byte}); one that is not known converts nothing
   */
  public static MetricUnit of(String name) {
    MetricUnit unit = KNOWN.get(name);
    return unit == null ? new MetricUnit(name, Kind.OTHER, 1, 1) : unit;
  }

  /** Returns a unit that is converted; null where there is none of that name. */
  static @Nullable MetricUnit known(String name) {
    return KNOWN.get(name);
  }

  /** Returns the names of all units that are converted. */
  static Set<String> names() {
    return KNOWN.keySet();
  }

  /** Tells whether values of another unit can be converted to this: both times, or both sizes. */
  boolean convertsFrom(MetricUnit other) {
    return kind != Kind.OTHER && kind == other.kind;
  }

  /** Returns this unit for events that measure in another one than nanoseconds or bytes. */
  MetricUnit measuredIn(MetricUnit from) {
    return new MetricUnit(symbol, kind, divisor, from.divisor);
  }

  /** Returns the unit in UCUM's form. */
  public String symbol() {
    return symbol;
  }

  /** Tells whether this is a unit of time. */
  public boolean isTime() {
    return kind == Kind.TIME;
  }

  /** Returns how many nanoseconds or bytes are one of this; 1 for any other unit. */
  public double divisor() {
    return divisor;
  }

  /** Returns a measured value in this unit. */
  public double convert(double measured) {
    return factor == 1 ? measured / divisor : measured * factor / divisor;
  }

  /** Returns a value in this unit as it would have been measured. */
  double measured(double converted) {
    double base = converted * divisor;
    if (factor != 1) {
      return base / factor;
    }
    // 0.29 s is 290,000,000 ns, not 289,999,999.99999994: whole numbers are what is measured
    return divisor > 1 && !Double.isInfinite(base) ? Math.rint(base) : base;
  }

  private static Map<String, MetricUnit> known() {
    Map<String, MetricUnit> units = new LinkedHashMap<>();
    put(units, Kind.TIME, 1e9, "s", "second");
    put(units, Kind.TIME, 1e6, "ms", "millisecond");
    put(units, Kind.TIME, 1e3, "us", "microsecond", "\u00b5s");
    put(units, Kind.TIME, 1, "ns", "nanosecond", "native");
    put(units, Kind.TIME, 60e9, "min", "minute");
    put(units, Kind.TIME, 3600e9, "h", "hour");
    put(units, Kind.BYTES, 1, "By", "byte", "B");
    put(units, Kind.BYTES, 1e3, "kBy", "kilobyte", "kB");
    put(units, Kind.BYTES, 1e6, "MBy", "megabyte", "MB");
    put(units, Kind.BYTES, 1e9, "GBy", "gigabyte", "GB");
    put(units, Kind.BYTES, 1 << 10, "KiBy", "kibibyte", "KiB");
    put(units, Kind.BYTES, 1 << 20, "MiBy", "mebibyte", "MiB");
    put(units, Kind.BYTES, 1 << 30, "GiBy", "gibibyte", "GiB");
    return Collections.unmodifiableMap(units);
  }

  private static void put(
      Map<String, MetricUnit> units, Kind kind, double divisor, String... names) {
    MetricUnit unit = new MetricUnit(names[0], kind, divisor, 1);
    Arrays.asList(names).forEach(name -> units.put(name, unit));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetricUnit
        && ((MetricUnit) other).symbol.equals(symbol)
        && ((MetricUnit) other).factor == factor;
  }

  @Override
  public int hashCode() {
    return symbol.hashCode();
  }

  @Override
  public String toString() {
    return symbol;
  }

  private enum Kind {
    TIME,
    BYTES,
    OTHER
  }
}
