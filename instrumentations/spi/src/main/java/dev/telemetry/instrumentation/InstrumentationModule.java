package dev.telemetry.instrumentation;

import java.util.List;

/**
 * Measures one library: the unit that is switched on and off and reported.
 *
 * <p>Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters that
 * does nothing.
 */
public interface InstrumentationModule {

  /** Returns the name: that of its folder, of its artifact's suffix and of its switch. */
  String name();

  /**
   * Returns what is woven and the hooks behind it.
   *
   * @param context the bus to emit to and the rest of the surroundings
   */
  List<WeavePoint> weavePoints(InstrumentationContext context);

  /** Returns the metrics that exist without any configuration. */
  List<MetricDefinition> metrics();
}
