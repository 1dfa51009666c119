package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RebindTest {
  @Test
  void replaced_leavesEventsAloneWhoseMetricsStay() {
    MetricsFixture fixture = MetricsFixture.yaml("{counter: a.count}", "{counter: b.count}");
    Subscriber before = fixture.binder.apply("a");
    fixture.binder.replace(MetricsFixture.metrics("{counter: a.count}", "{counter: c.count}"));

    assertThat(before).isNotNull();
    assertThat(fixture.binder.apply("a")).isSameAs(before);
    assertThat(fixture.binder.apply("b")).isNull();
    assertThat(fixture.binder.apply("c")).isNotNull();
  }

  @Test
  void replaced_asksForTagsOnceWhereTheMetricStays() {
    String stays = "{counter: stays, event: a, tags: [kind]}";
    MetricsFixture fixture = MetricsFixture.yaml(stays, "{counter: goes, event: a, tags: [b]}");
    Asked facts = new Asked();
    fixture.bus.event("a").single(facts);
    fixture.replace(MetricsFixture.metrics(stays, "{counter: comes, event: a, tags: [c]}"));
    facts.keys.clear();
    fixture.bus.event("a").single(facts);

    // one for a row that is found, two for one that is made
    assertThat(facts.keys).containsExactlyInAnyOrder("kind", "c", "c");
  }

  @Test
  void replaced_affectsTheEventsOfWhatComesGoesAndBeginsAnew() {
    String full = "{counter: full.n, tags: [x], limit: 1}";
    MetricsFixture fixture = MetricsFixture.yaml("{counter: stays.n}", "{counter: goes.n}", full);
    fixture.bus.event("full").single(new MapFacts().with("x", 1));
    fixture.bus.event("full").single(new MapFacts().with("x", 2));
    Replacement replacement =
        fixture.binder.replace(
            MetricsFixture.metrics("{counter: stays.n}", "{counter: comes.n}", full));

    assertThat(Stream.of("stays", "goes", "comes", "comes.stop", "comes.more", "full", "other"))
        .filteredOn(replacement::affects)
        .containsExactly("goes", "comes", "comes.stop", "full");
  }

  private static final class Asked extends MapFacts {
    private final List<String> keys = new ArrayList<>();

    @Override
    public @Nullable Object get(String key) {
      keys.add(key);
      return "value";
    }
  }
}
