package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What users have polled, of an application of which some of the numbers are in trouble. */
@Execution(ExecutionMode.CONCURRENT)
final class PollIT {
  private static final int JAVA = 17;
  private static final String FILE =
      """
      http: {port: 0}
      instrumentations: {agent: {enabled: true, every: 200ms}}
      poll:
        - {method: example.polls.Main.steady, event: steady, every: 500ms}
        - {method: example.polls.Main.failing, event: failing, every: 200ms}
        - {method: example.polls.Main.hanging, event: hanging, every: 200ms}
      """;
  private static final Pattern STEADY = Pattern.compile("steady (\\d+) due (\\d+)");

  @OnJava({8, 17})
  void failingAndHangingMeasurements_harmNoOtherAndAreSeen(int java) {
    try (RunningProcess process = start(java)) {
      AgentPages agent = AgentPages.of(process);
      agent.awaitStatus(state("failing", "backed off"));
      agent.awaitStatus(state("hanging", "abandoned"));
      agent.awaitStatus(state("failing", "well"));

      String status = agent.status();
      assertThat(value(status, "hanging", "runs")).isEqualTo(1);
      assertThat(value(status, "hanging", "failures")).isEqualTo(1);
      assertThat(value(status, "steady", "failures")).isZero();
      assertThat(value(status, "failing", "failures")).isBetween(2L, 6L);
      List<MatchResult> looks = STEADY.matcher(process.stdout()).results().toList();
      assertThat(looks).hasSizeGreaterThan(10).allSatisfy(PollIT::isAsOftenAsDue);
      agent.awaitMetric("telemetry_poller_failures_total\\{[^}]*timeout[^}]*hanging");
      agent.awaitMetric("telemetry_poller_failures_total\\{[^}]*failing");
      agent.awaitMetric("failing_value(\\{})? [1-9]");
    }
  }

  @Test
  void agent_tellsOfItselfWhereItIsAsked() {
    try (RunningProcess process = start(JAVA)) {
      AgentPages agent = AgentPages.of(process);

      agent.awaitMetric("telemetry_event_count_total\\{event_name=\"steady\"} [1-9]");
      agent.awaitMetric("telemetry_agent_cpu_time_seconds_total (0\\.0*)?[1-9]");
      agent.awaitMetric("telemetry_metric_series\\{telemetry_metric=\"jvm.memory.used\"} [1-9]");
      agent.awaitMetric("telemetry_weave_time_seconds_total [0-9.]+");
      agent.awaitMetric("telemetry_instrumentation_classes\\{[^}]*\"measured\"} 0");
    }
  }

  private static RunningProcess start(int java) {
    Path jar = Programs.jar("polls");
    return ForkedJvm.on(java)
        .classPath(jar)
        .flags("-Dperiod=500", "-Dfails=3000")
        .agent(FILE)
        .program("example.polls.Main")
        .start();
  }

  private static void isAsOftenAsDue(MatchResult look) {
    int asked = Integer.parseInt(look.group(1));
    int due = Integer.parseInt(look.group(2));
    assertThat(asked).isBetween(due - 1, due + 1);
  }

  private static String state(String event, String state) {
    return "\"name\":\"" + event + " \\([^{}]*\"state\":\"" + state + "\"";
  }

  private static long value(String status, String event, String key) {
    Matcher found =
        Pattern.compile("\"name\":\"" + event + " \\([^{}]*\"" + key + "\":(\\d+)").matcher(status);
    assertThat(found.find()).as(event).isTrue();
    return Long.parseLong(found.group(1));
  }
}
