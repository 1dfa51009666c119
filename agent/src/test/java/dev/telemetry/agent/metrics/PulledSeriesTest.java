package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PulledSeriesTest {
  private static final MetricDefinition ORDERS =
      new MetricDefinition(MetricType.SUM, "orders").withTags("kind");
  private static final MetricDefinition TIME =
      new MetricDefinition(MetricType.SUM, "call.sum").withUnit("s");
  private static final MetricDefinition QUEUE =
      new MetricDefinition(MetricType.LAST_VALUE, "queue").withTags("kind");

  private final SeriesRegistry registry = new SeriesRegistry(2, MetricWarnings.none());
  private final PulledSeries pulled = new PulledSeries(registry);

  @Test
  void steps_areAddedUp() {
    pulled.record(ORDERS, new String[] {"card"}, 2);
    pulled.record(ORDERS, new String[] {"card"}, 3);

    assertThat(sums()).containsExactly(Map.entry("orders [card]", 5.0));
  }

  @Test
  void times_areConverted() {
    pulled.record(TIME, new String[0], 1_500_000_000);

    assertThat(sums()).containsExactly(Map.entry("call.sum []", 1.5));
  }

  @Test
  void seriesBeyondTheLimit_areOne() {
    for (String kind : new String[] {"a", "b", "c", "d"}) {
      pulled.record(ORDERS, new String[] {kind}, 1);
    }

    assertThat(sums()).containsEntry("orders [_other]", 2.0).hasSize(3);
    assertThat(registry.overflowed()).isEqualTo(2);
  }

  @Test
  void removed_leavesTheOthers() {
    pulled.record(QUEUE, new String[] {"a"}, 1);
    pulled.record(QUEUE, new String[] {"b"}, 1);
    pulled.remove(QUEUE, new String[] {"a"});

    assertThat(sums()).containsOnlyKeys("queue [b]");
  }

  private Map<String, Double> sums() {
    Map<String, Double> sums = new TreeMap<>();
    registry.forEach(
        series -> {
          String name = series.metric().definition().name();
          if (!name.startsWith("telemetry.")) {
            sums.put(name + " " + series.tagValues(), series.sum());
          }
        });
    return sums;
  }
}
