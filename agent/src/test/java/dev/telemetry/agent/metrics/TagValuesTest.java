package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagValuesTest {
  private static final MapFacts REQUEST =
      new MapFacts()
          .with("http.request.method", "GET")
          .with("http.route", "/users/{id}")
          .with("status", 404)
          .with("empty", "")
          .with("user", Map.of("plan", "gold", "a.b", Map.of("c", 7)))
          .measured("rows", 12);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          status                                                         | 404
          {from: status}                                                 | 404
          {from: status, '404': missing, '*': other}                     | missing
          {from: status, '*': other}                                     | other
          {from: status, '200': ok}                                      | 404
          {from: status, 2xx: ok, 4xx: client, 5xx: server}              | client
          {from: status, 400..404: low, 4xx: high}                       | low
          {from: status, 4xx: class, '404': exact}                       | exact
          {from: status, '>= 500': bad, '< 500': good}                   | good
          {from: status, '!= 404': other, '*': missing}                  | missing
          {from: http.route, '/users/**': users, '/api/**': api}         | users
          {from: nothing}                                                | -
          {from: nothing, absent: none, '*': some}                       | none
          {from: empty, absent: none, '*': some}                         | none
          {from: nothing, '*': some}                                     | some
          {from: nothing, x: y}                                          | -
          {from: rows, '< 10': few, '10..99': many, '*': lots}           | many
          {from: rows, '12': dozen, '*': other}                          | dozen
          {from: rows, '1': one}                                         | -
          {from: rows}                                                   | -
          {from: duration, '<100ms': fast, '>= 100ms': slow}             | fast
          '{http.request.method} {http.route}'                           | GET /users/{id}
          {template: '{http.request.method} {http.route}'}               | GET /users/{id}
          {template: '{http.request.method}-{status}', GET-404: gone}    | gone
          '{nothing} {http.route}'                                       | /users/{id}
          '{nothing}{empty}!'                                            | -
          {first: [nothing, empty, status]}                              | 404
          {first: [nothing, status, http.route], 4xx: client}            | client
          {first: [nothing, rows], '12': dozen}                          | dozen
          {first: [nothing]}                                             | -
          {constant: web}                                                | web
          user.plan                                                      | gold
          user.a.b.c                                                     | 7
          user.a.x                                                       | -
          user.plan.x                                                    | -
          """)
  void rule_givesTheValue(String rule, @Nullable String value) {
    MetricsFixture fixture =
        MetricsFixture.yaml(
            "{counter: http.server.request.n, tags: [t], tag-values: {t: " + rule + "}}");
    fixture.span(1, REQUEST, null);
    fixture.span(1, REQUEST, null);
    assertThat(fixture.only().tagValues()).isEqualTo(Arrays.asList(value));
    assertThat(fixture.only().count()).isEqualTo(2);
    assertThat(fixture.registry.failures()).isZero();
  }

  @Test
  void plainTag_isFoundInNestedMetadata() {
    MetricsFixture fixture =
        MetricsFixture.yaml("{counter: http.server.request.n, tags: [user.plan, status]}");
    fixture.span(1, REQUEST, null);
    assertThat(fixture.only().tagValues()).containsExactly("gold", "404");
  }

  @Test
  void nestedKey_isTheKeyItselfWhereThereIsOne() {
    MetricsFixture fixture = MetricsFixture.yaml("{counter: a.n, tags: [user.plan]}");
    fixture
        .bus
        .event("a")
        .single(new MapFacts().with("user.plan", "own").with("user", Map.of("plan", "nested")));
    assertThat(fixture.only().tagValues()).containsExactly("own");
  }

  @Test
  void template_isMadeAnewBeyondWhatIsRemembered() {
    MetricsFixture fixture =
        MetricsFixture.yaml("{counter: a.n, tags: [t], tag-values: {t: '{x}'}, limit: 20000}");
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 12_000; i++) {
        fixture.bus.event("a").single(new MapFacts().with("x", "v" + i));
      }
    }
    assertThat(fixture.all()).hasSize(12_000).allMatch(series -> series.count() == 2);
  }

  @Test
  void seldomTypes_areTheirText() {
    MetricsFixture fixture = MetricsFixture.yaml("{counter: a.n, tags: [t]}");
    for (Object value : List.of(true, 2.5, Thread.State.NEW, (short) 7, 7L, 12345)) {
      fixture.bus.event("a").single(new MapFacts().with("t", value));
    }
    assertThat(fixture.all())
        .extracting(series -> series.tagValues().get(0))
        .containsExactly("true", "2.5", "NEW", "7", "12345");
  }
}
