package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Calls by the JDK's own clients, on every Java, at a StatsD socket. Those by libraries are their
 * contract tests, which run under the agent too.
 */
@Execution(ExecutionMode.CONCURRENT)
final class HttpClientIT {
  private static final int TIMES = 5;
  private static final String COUNT = "http.client.request.count";

  @OnJava({8, 11, 17, 21, 25, 26})
  void connections_areCountedExactly(int java) {
    countedExactly(java, Programs.jar("calls"), "example.calls.Connections");
  }

  @OnJava({11, 17, 21, 25, 26})
  void httpClient_isCountedExactly(int java) {
    Path classes = Programs.classes("11", List.of("calls", "sending"));
    countedExactly(java, classes, "example.sending.Sending");
  }

  private static void countedExactly(int java, Path program, String client) {
    Outcome without = calls(java, program, client).run();
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome with = calls(java, program, client).agent(statsd.reporters()).run();

      assertThat(with.stdout()).isEqualTo(without.stdout());
      assertThat(with.exitCode()).as(with.toString()).isZero();
      assertCounts(statsd);
    }
  }

  private static ForkedJvm calls(int java, Path program, String client) {
    return ForkedJvm.on(java)
        .classPath(program)
        .program("example.calls.Main", client, Integer.toString(TIMES));
  }

  private static void assertCounts(StatsdSocket statsd) {
    statsd.awaitTotal(7 * TIMES, COUNT);
    Map.of("200", 2, "404", 1, "500", 1)
        .forEach(
            (status, calls) ->
                assertThat(statsd.total(COUNT, "http.response.status_code:" + status))
                    .as(status)
                    .isEqualTo((long) calls * TIMES));
    for (String type : List.of("404", "500", "timeout", "cancelled", "java.net.ConnectException")) {
      assertThat(statsd.total(COUNT, "error.type:" + type)).as(type).isEqualTo(TIMES);
    }
    assertThat(statsd.total("http.client.request.failures")).isEqualTo(5 * TIMES);
    assertThat(statsd.total(COUNT, "server.address:127.0.0.1")).isEqualTo(7 * TIMES);
    assertThat(statsd.lines().stream().filter(line -> line.startsWith("http.client.active")))
        .last()
        .asString()
        .startsWith("http.client.active_requests:0|g");
  }
}
