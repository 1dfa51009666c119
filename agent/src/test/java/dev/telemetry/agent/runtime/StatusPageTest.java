package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.http.HttpFixture;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import dev.telemetry.weaving.Weaving;
import dev.telemetry.weaving.WeavingReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StatusPageTest {

  @Test
  void page_tellsWhatTheAgentDoesAndWhatItCannot() {
    try (HttpFixture http = HttpFixture.open();
        ReloadFixture agent = ReloadFixture.of("reporters: {prometheus: {}}")) {
      agent.registry.series(Metric.of(new MetricDefinition(MetricType.COUNTER, "a.b"))).record(1);
      Reporter only = agent.reporters.all().get(0);
      only.deliveries().sent(7);
      StatusPage page = page(agent, http);

      assertThat(page.configuredBy(agent.state).json())
          .containsPattern(
              "\\{\"version\":\"\\(development\\)\",\"config\":\"telemetry.yaml\","
                  + "\"settings\":\\{},\"sources\":\\{},\"reload\":null,"
                  + "\"uptime_seconds\":\\d+,"
                  + "\"weaving\":\\{\"classes\":\\{\"jdbc\":0},\"late\":0,\"failures\":0,"
                  + "\"skipped\":\\[]},"
                  + "\"metrics\":\\[\\{\"name\":\"a.b\",\"type\":\"counter\",\"series\":1,"
                  + "\"limit\":2000,\"overflowed\":0,\"skipped\":0,\"failures\":0,"
                  + "\"first_failure\":null}")
          .containsPattern(
              "\"reporters\":\\[\\{\"name\":\"prometheus\",\"destination\":\"/metrics\","
                  + "\"sent\":7,\"lost\":\\{}}],\"measurements\":\\[],"
                  + "\"http\":\\{\"requests\":0,\"dropped\":\\{}}}");
    }
  }

  @Test
  void page_tellsWhoListensAndWhatTheLogSaid() {
    try (HttpFixture http = HttpFixture.open();
        ReloadFixture agent = ReloadFixture.of("reporters: {prometheus: {}}")) {
      Bus bus = new Bus();
      bus.attach("audit", List.of("shop.*"), (event, numbers, facts) -> {}, OnFailure.detach());
      http.log.say("statsd: cannot send");
      assertThat(page(agent, http).telling(bus, http.log).json())
          .containsPattern(
              "\"attached\":\\[\\{\"id\":\"audit\",\"event\":\"shop\\.\\*\",\"on_failure\":\"")
          .containsPattern("\"said\":\\[.*\"\\d{13,} statsd: cannot send\"]}$");
    }
  }

  @Test
  void measurements_areTheirRunsAndHowTheyAre() throws InterruptedException {
    try (HttpFixture http = HttpFixture.open();
        ReloadFixture agent = ReloadFixture.of()) {
      CountDownLatch told = new CountDownLatch(1);
      agent.bus.attach(
          "told",
          List.of(TelemetryEvents.POLLER_FAILURE),
          (event, measurements, metadata) -> told.countDown(),
          OnFailure.detach());
      agent.bus.poller().add("pool", Duration.ofHours(1), () -> fail());
      told.await();
      StatusPage page = page(agent, http).measuring(() -> agent.bus.poller().measurements());

      assertThat(page.json())
          .contains(
              "\"measurements\":[{\"name\":\"pool\",\"every_ms\":3600000,\"runs\":1,"
                  + "\"failures\":1,\"state\":\"backed off\"}]");
      agent.bus.poller().remove("pool");
    }
  }

  private static void fail() {
    throw new IllegalStateException("no pool");
  }

  private static StatusPage page(ReloadFixture agent, HttpFixture http) {
    return new StatusPage(weaving(), agent.registry, agent.reporters::all, http.http.counts());
  }

  private static WeavingReport weaving() {
    Weaving weaving =
        new Weaving(
            new FakeJvm().instrumentation(),
            StatusPageTest.class.getClassLoader(),
            new Bus(),
            List.of(new JdbcModule()));
    weaving.start();
    return weaving.report();
  }
}
