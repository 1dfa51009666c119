package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepAndDropTest {
  private static final long MILLI = 1_000_000;

  /** Counts how many of five requests pass: 1 to 5 rows, 100 to 500 ms, 200, 201, 404, 500. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          keep: {duration: '> 200ms'}                             | 3
          keep: {duration: 200ms..400ms}                          | 3
          keep: {rows: '>= 4'}                                    | 2
          keep: {rows: 3}                                         | 1
          keep: {rows: [1, '> 4']}                                | 2
          keep: {rows: present}                                   | 5
          keep: {bytes: absent}                                   | 5
          keep: {status: 2xx}                                     | 2
          keep: {status: [404, 5xx]}                              | 2
          keep: {status: absent}                                  | 1
          keep: {status: present}                                 | 4
          keep: {status: '!= 404'}                                | 4
          keep: {status: ['!= 404', '!= 500']}                    | 3
          keep: {route: '/api/**'}                                | 3
          keep: {route: ['/api/**', '!= /api/2']}                 | 2
          keep: {error.type: present}                             | 1
          keep: {error.type: '*IllegalState*'}                    | 1
          keep: {user.plan: gold}                                 | 2
          keep: {user.address.city: Bern}                         | 2
          keep: {status: 2xx, duration: '< 200ms'}                | 1
          drop: {status: 2xx, duration: '< 200ms'}                | 4
          drop: {status: 2xx}                                     | 3
          keep: {}                                                | 5
          """)
  void filter_countsTheEventsThatPass(String filter, long count) {
    MetricsFixture fixture =
        MetricsFixture.yaml("{counter: http.server.request.n, " + filter + "}");
    Object[] statuses = {200, "201", 404L, 500};
    for (int i = 1; i <= 5; i++) {
      MapFacts facts = new MapFacts().measured("rows", i);
      facts.with("route", i < 4 ? "/api/" + i : "/health");
      if (i <= 4) {
        facts.with("status", statuses[i - 1]);
      }
      if (i <= 2) {
        facts.with("user", Map.of("plan", "gold", "address", Map.of("city", "Bern")));
      }
      fixture.span(100L * i * MILLI, facts, i == 5 ? new IllegalStateException() : null);
    }
    assertThat(fixture.only().count()).isEqualTo(count);
    assertThat(fixture.registry.failures()).isZero();
  }

  @Test
  void metadata_isAskedBeforeMeasurements() {
    MetricsFixture fixture = MetricsFixture.yaml("{counter: a.n, keep: {size: large}}");
    fixture.bus.event("a").single(new MapFacts().with("size", "large").measured("size", 5));
    assertThat(fixture.only().count()).isEqualTo(1);
  }

  @Test
  void metadata_thatIsNoNumberPassesNoComparison() {
    MetricsFixture fixture = MetricsFixture.yaml("{counter: a.n, keep: {size: '> 1'}}");
    fixture.bus.event("a").single(new MapFacts().with("size", "large"));
    fixture.bus.event("a").single(new MapFacts().with("size", 2.5f));
    fixture.bus.event("a").single(new MapFacts().with("size", "1000000"));
    assertThat(fixture.only().count()).isEqualTo(2);
  }

  @Test
  void durationOfASingleEvent_isItsMeasurement() {
    MetricsFixture fixture = MetricsFixture.yaml("{counter: jvm.gc.n, keep: {duration: '> 1ms'}}");
    fixture.bus.event("jvm.gc").single(new MapFacts().measured("duration", 2 * MILLI));
    fixture.bus.event("jvm.gc").single(new MapFacts().measured("duration", MILLI));
    assertThat(fixture.only().count()).isEqualTo(1);
  }
}
