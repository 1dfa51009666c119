package dev.telemetry.instrumentation;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Measures one library: the unit that is switched on and off and reported.
 *
 * <p>Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters that
 * does nothing.
 */
public interface InstrumentationModule {

  /** Returns the name: that of its folder, of its artifact's suffix and of its switch. */
  String name();

  /** Tells whether it measures where nobody has asked for it, unless switched off. */
  default boolean unasked() {
    return true;
  }

  /**
   * Takes the user's settings: before or behind {@link #weavePoints}, and again whenever they
   * change, while hooks are running. Never called by two threads at once.
   *
   * @param settings all of them; {@link InstrumentationSettings#none} where the user has set
   *     nothing
   * @return the names, with dots, of the classes that have to be woven anew, which may be more than
   *     there are; null for none
   */
  default @Nullable Predicate<String> configure(InstrumentationSettings settings) {
    return null;
  }

  /**
   * Returns what is woven and the hooks behind it.
   *
   * @param context the bus to emit to and the rest of the surroundings
   */
  List<WeavePoint> weavePoints(InstrumentationContext context);

  /** Returns all events that it emits; what they have is checked against this. */
  List<EventDefinition> events();

  /** Returns the metrics that exist without any configuration. */
  List<MetricDefinition> metrics();
}
