package dev.telemetry.instrumentation;

/**
 * What an {@link InstrumentationModule} implements beside that where values are kept elsewhere
 * already and have to be asked for: they get no events, and are metrics at once. One that emits
 * events of what it has to look at itself does so when it is asked, and hands over nothing.
 */
public interface PulledValues {

  /**
   * Hands over what there is new since the last call. Called about once a second, on a thread of
   * the agent's, by one thread at a time; what it throws is told, and it is called again.
   */
  void pull(Sink sink);

  /** Where values go. */
  interface Sink {

    /**
     * Takes a value.
     *
     * @param metric of type {@link MetricType#SUM}, or {@link MetricType#LAST_VALUE}
     * @param tagValues as many as the metric has tags, in their order
     * @param measured of a sum, what has come since the last time; nanoseconds where the metric's
     *     unit is a time, bytes where it is a size; finite
     */
    void record(MetricDefinition metric, String[] tagValues, double measured);

    /** Takes a series away, because what it was about is gone. */
    void remove(MetricDefinition metric, String[] tagValues);
  }
}
