package dev.telemetry.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.EventDefinition.Fact;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeclaredEventsTest {
  /** What the binder counts of every span by itself. */
  private static final String ACTIVE = "active";

  @Test
  void names_areDeclaredOnce() throws Exception {
    assertThat(DeclaredEvents.of(AllModules.load()))
        .extracting(EventDefinition::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void defaultMetrics_areOfWhatIsDeclared() throws Exception {
    List<EventDefinition> events = DeclaredEvents.of(AllModules.load());

    for (Metric metric :
        Settings.read(ConfigFixture.empty().load(), AllModules.installed()).metrics()) {
      MetricDefinition definition = metric.definition();
      EventDefinition event = declared(definition.event(), events);
      assertThat(factsOf(event)).as(definition.name()).containsAll(neededBy(definition));
    }
  }

  @Test
  void declaredEvent_isNoMistakeThoughNoDefaultMetricIsMadeOfIt() throws Exception {
    Config config =
        ConfigFixture.yaml(
                "metrics:",
                "- {counter: slow, event: db.client.operation.slow}",
                "- {counter: wrong, event: db.client.operation.slop}")
            .load();
    Settings.read(config, AllModules.installed());

    assertThat(config.errors().messages())
        .singleElement()
        .asString()
        .contains("db.client.operation.slop");
  }

  @Test
  void handlerFailure_isAsDeclared() throws Exception {
    Set<String> emitted = new TreeSet<>();
    Bus bus = new Bus();
    bus.attach(
        "watch",
        List.of(TelemetryEvents.HANDLER_FAILURE),
        (event, measurements, metadata) -> {
          emitted.addAll(measurements.toMap().keySet());
          emitted.addAll(metadata.toMap().keySet());
        },
        OnFailure.detach());
    bus.attach(
        "broken",
        List.of("any.event"),
        (event, measurements, metadata) -> {
          throw new IllegalStateException("broken");
        },
        OnFailure.detach());
    bus.event("any.event").execute(Measurements.none(), Metadata.none());

    EventDefinition declared =
        declared(TelemetryEvents.HANDLER_FAILURE, DeclaredEvents.of(AllModules.load()));
    assertThat(emitted).isEqualTo(new TreeSet<>(factsOf(declared)));
  }

  private static EventDefinition declared(String name, List<EventDefinition> events) {
    return events.stream()
        .filter(event -> event.name().equals(name))
        .findAny()
        .orElseThrow(() -> new AssertionError(name + " is not declared"));
  }

  private static List<String> neededBy(MetricDefinition metric) {
    List<String> needed = new ArrayList<>(metric.tags());
    needed.addAll(metric.keep().keySet());
    if (metric.type() != MetricType.COUNTER) {
      needed.add(metric.measurement());
    }
    return needed;
  }

  private static Set<String> factsOf(EventDefinition event) {
    Set<String> facts = new HashSet<>();
    event.measurements().stream().map(Fact::name).forEach(facts::add);
    event.keys().stream().map(Fact::name).forEach(facts::add);
    if (event.isSpan()) {
      facts.add(ACTIVE);
      facts.add(TelemetryEvents.DURATION);
    }
    return facts;
  }
}
