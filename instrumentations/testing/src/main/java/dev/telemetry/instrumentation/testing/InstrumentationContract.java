package dev.telemetry.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.EventDefinition.Fact;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every instrumentation keeps to, whatever it measures: its span is as it should be, and what
 * it declares is what it emits.
 */
public abstract class InstrumentationContract extends SpanContract {
  /** For subclasses. */
  protected InstrumentationContract() {}

  @Test
  void whatIsDeclared_isSeen() throws Exception {
    workOfEveryKind();

    for (EventDefinition definition : module().events()) {
      Set<String> seen = new HashSet<>();
      for (RecordedEvent event : woven.events().all()) {
        if (definition.declares(event.name())) {
          seen.addAll(event.measurements().keySet());
          seen.addAll(event.metadata().keySet());
        }
      }
      assertThat(definition.measurements()).extracting(Fact::name).isSubsetOf(seen);
      assertThat(definition.keys()).extracting(Fact::name).isSubsetOf(seen);
    }
  }

  @Test
  void defaultMetrics_useDeclaredKeysAsTags() {
    Set<String> keys = new HashSet<>();
    for (EventDefinition definition : module().events()) {
      definition.keys().forEach(key -> keys.add(key.name()));
    }
    for (MetricDefinition metric : module().metrics()) {
      assertThat(keys).containsAll(metric.tags());
    }
  }
}
