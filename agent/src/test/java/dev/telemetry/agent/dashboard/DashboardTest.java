package dev.telemetry.agent.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.http.HttpFixture;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DashboardTest {
  private static final Metric LOGINS =
      Metric.of(new MetricDefinition(MetricType.COUNTER, "login.count"));

  private final HttpFixture http = HttpFixture.open();
  private final Bus bus = new Bus();
  private final SeriesRegistry registry = new SeriesRegistry();
  private final Dashboard dashboard = new Dashboard(bus, registry, http.routes);
  private final HttpClient client = HttpClient.newHttpClient();

  DashboardTest() {
    dashboard.use(section("dashboard: {pages: [{title: Shop, charts: [login.count]}]}"));
  }

  @AfterEach
  void close() {
    dashboard.use(section("dashboard: {enabled: false}"));
    http.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/dashboard/app.css",
        "/dashboard/main.js",
        "/dashboard/uplot/uPlot.iife.min.js",
        "/dashboard/icon.svg"
      })
  void file_isServed(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotBlank();
  }

  @Test
  void history_beginsWithTheSeriesAndTheirTotals() {
    registry.series(LOGINS).record(1);
    dashboard.second();
    registry.series(LOGINS).record(1);
    dashboard.second();
    String[] lines = get("/dashboard/history").body().split("\n");

    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .contains("\"oldest\":1,\"newest\":2", "\"name\":\"login.count\"", "\"count\":2")
        .contains("\"pages\":[{\"title\":\"Shop\",\"charts\":[\"login.count\"]}]");
    assertThat(lines[1]).startsWith("{\"n\":1,");
    assertThat(lines[2]).endsWith("\"s\":[[1,2,1]]}");
  }

  @Test
  void clientThatComesBack_getsWhatItMissedAndThenEachSecond() {
    dashboard.second();
    dashboard.second();
    Iterator<String> stream = stream("/dashboard/live?after=" + start() + "-1");

    assertThat(next(stream)).isEqualTo("id: " + start() + "-2");
    assertThat(next(stream)).startsWith("data: {\"n\":2,");
    registry.series(LOGINS).record(1);
    dashboard.second();
    assertThat(next(stream)).isEqualTo("id: " + start() + "-3");
    assertThat(next(stream)).startsWith("data: {\"n\":3,").endsWith("\"s\":[[1,1,1]]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?after=1-1", "?after=nonsense", "?after=9999999999999999999-1"})
  void clientOfAnotherRecording_isToldToReadTheHistoryAgain(String query) {
    dashboard.second();

    assertThat(next(stream("/dashboard/live" + query))).isEqualTo("event: again");
  }

  @Test
  void events_areShownAsTheyPass_andNobodyListensAfterwards() throws InterruptedException {
    assertThat(bus.handlers("")).isEmpty();
    Iterator<String> stream = stream("/dashboard/events?pattern=shop.*");
    awaitHandlers(1);
    bus.event("other.event").execute(Measurements.none(), Metadata.none());
    bus.event("shop.sale")
        .execute(Measurements.of("price", 3), Metadata.of(Map.of("password", "x", "item", "tea")));

    assertThat(next(stream))
        .contains("\"event\":\"shop.sale\"", "\"price\":3", "\"item\":\"tea\"")
        .doesNotContain("\"x\"");
    dashboard.use(section("dashboard: {enabled: false}"));
    awaitHandlers(0);
  }

  @Test
  void eventsBeyondWhatCanBeLookedAt_areCounted() throws InterruptedException {
    Iterator<String> stream = stream("/dashboard/events");
    awaitHandlers(1);
    for (int i = 0; i < 10_000; i++) {
      bus.event("shop.sale").execute(Measurements.none(), Metadata.none());
    }
    long more = 0;
    long shown = 0;
    while (shown + more < 10_000) {
      String line = next(stream);
      shown += line.contains("shop.sale") ? 1 : 0;
      more += line.matches("data: \\d+") ? Long.parseLong(line.substring(6)) : 0;
    }

    assertThat(shown + more).isEqualTo(10_000);
    assertThat(shown).isLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", ""})
  void patternThatIsNone_isRefused(String pattern) {
    assertThat(get("/dashboard/events?pattern=" + pattern).statusCode()).isEqualTo(400);
    assertThat(bus.handlers("")).isEmpty();
  }

  @Test
  void dashboardThatIsSwitchedOff_isNotThere() {
    dashboard.use(section("dashboard: {enabled: false}"));
    dashboard.second();

    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/dashboard/history").statusCode()).isEqualTo(404);
  }

  @Test
  void otherPages_leaveTheHistory() {
    dashboard.second();
    long before = start();
    dashboard.use(section("dashboard: {pages: [{title: Other}]}"));

    assertThat(start()).isEqualTo(before);
    assertThat(get("/dashboard/history").body())
        .contains("\"newest\":1", "\"title\":\"Other\"")
        .doesNotContain("Shop");
  }

  @Test
  void clientThatLooksWhilePagesChange_isToldToReadTheHistoryAgain() {
    dashboard.second();
    dashboard.second();
    Iterator<String> stream = stream("/dashboard/live?after=" + start() + "-1");
    assertThat(next(stream)).isEqualTo("id: " + start() + "-2");
    dashboard.use(section("dashboard: {pages: [{title: Other}]}"));
    dashboard.second();
    String line = next(stream);
    while (line.startsWith("id: ") || line.startsWith("data: {\"n\"")) {
      line = next(stream);
    }

    assertThat(line).isEqualTo("event: again");
  }

  private void awaitHandlers(int count) throws InterruptedException {
    while (bus.handlers("").size() != count) {
      Thread.sleep(10);
    }
  }

  private long start() {
    String head = get("/dashboard/history").body();
    return Long.parseLong(head.replaceAll("(?s)^\\{\"start\":(\\d+),.*", "$1"));
  }

  private HttpResponse<String> get(String path) {
    return send(path, BodyHandlers.ofString());
  }

  private Iterator<String> stream(String path) {
    HttpResponse<Stream<String>> answer = send(path, BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().iterator();
  }

  /** Returns the next line that is neither empty nor about the connection. */
  private static String next(Iterator<String> stream) {
    String line = stream.next();
    return line.isEmpty() || line.startsWith(":") || line.startsWith("retry:")
        ? next(stream)
        : line;
  }

  private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(HttpRequest.newBuilder(URI.create(http.routes.url(path))).build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static DashboardSection section(String yaml) {
    return DashboardSection.read(ConfigFixture.yaml(yaml).load().root());
  }
}
