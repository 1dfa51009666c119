package dev.telemetry.agent.instrumentation;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.concurrent.TimeUnit;

/** Reads of {@code instrumentations.jdbc} what is about slow operations. */
final class JdbcSection {
  private static final String SLOW = "slow";

  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);

  private JdbcSection() {}

  /** Reads it, as nanoseconds; a duration that is wrong is as if it were not there. */
  static InstrumentationSettings read(ConfigNode jdbc) {
    ConfigNode slow =
        jdbc.child(
            SLOW,
            "How long an operation and the reading of its rows may take; one that takes longer is"
                + " told by `db.client.operation.slow`.");
    if (!slow.present()) {
      return InstrumentationSettings.none();
    }
    long nanos = slow.nanos(SHORTEST, SHORTEST);
    return slow.failed()
        ? InstrumentationSettings.none()
        : InstrumentationSettings.none().with(SLOW, Long.toString(nanos));
  }
}
