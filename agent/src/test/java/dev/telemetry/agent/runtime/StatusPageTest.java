package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.agent.http.HttpFixture;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import dev.telemetry.weaving.Weaving;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusPageTest {

  @Test
  void page_tellsWhatTheAgentDoesAndWhatItCannot() {
    try (HttpFixture http = HttpFixture.open();
        ReloadFixture agent = ReloadFixture.of("reporters: {prometheus: {}}")) {
      Weaving weaving =
          new Weaving(
              new FakeJvm().instrumentation(),
              StatusPageTest.class.getClassLoader(),
              new Bus(),
              List.of(new JdbcModule()));
      weaving.start();
      agent.registry.series(Metric.of(new MetricDefinition(MetricType.COUNTER, "a.b"))).record(1);
      Reporter only = agent.reporters.all().get(0);
      only.deliveries().sent(7);
      StatusPage page =
          new StatusPage(
              weaving.report(), agent.registry, agent.reporters::all, http.http.counts());

      assertThat(page.configuredBy(agent.state).json())
          .containsPattern(
              "\\{\"version\":\"\\(development\\)\",\"config\":\"telemetry.yaml\","
                  + "\"settings\":\\{},\"reload\":null,"
                  + "\"uptime_seconds\":\\d+,"
                  + "\"weaving\":\\{\"classes\":\\{\"jdbc\":0},\"late\":0,\"failures\":0,"
                  + "\"skipped\":\\[]},"
                  + "\"metrics\":\\[\\{\"name\":\"a.b\",\"type\":\"counter\",\"series\":1,"
                  + "\"limit\":2000,\"overflowed\":0,\"skipped\":0,\"failures\":0,"
                  + "\"first_failure\":null}")
          .containsPattern(
              "\"reporters\":\\[\\{\"name\":\"prometheus\",\"destination\":\"/metrics\","
                  + "\"sent\":7,\"lost\":\\{}}],"
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
      StatusPage page =
          new StatusPage(
              new Weaving(
                      new FakeJvm().instrumentation(),
                      StatusPageTest.class.getClassLoader(),
                      bus,
                      List.of())
                  .report(),
              agent.registry,
              agent.reporters::all,
              http.http.counts());

      assertThat(page.telling(bus, http.log).json())
          .containsPattern(
              "\"handlers\":\\[\\{\"id\":\"audit\",\"event\":\"shop\\.\\*\",\"on_failure\":\"")
          .containsPattern("\"said\":\\[.*\"\\d{13,} statsd: cannot send\"]}$");
    }
  }
}
