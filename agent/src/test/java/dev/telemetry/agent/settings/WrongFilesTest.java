package dev.telemetry.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.poller.rule.PollRule;
import dev.telemetry.agent.report.ReporterPlan;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong file says what is wrong and where, and what is right still holds. */
class WrongFilesTest {
  private static final String B_QUEUE = "b (field com.acme.B.QUEUE)";

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.telemetry.agent.settings.WrongFiles#all")
  void file_saysExactlyWhatIsWrongAndWhere(WrongFile file) {
    assertThat(file.read().config().errors().messages()).isEqualTo(file.messages());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metrics")
  void metric_staysOffAlone(WrongFile file) {
    assertThat(file.read().metrics())
        .extracting(Metric::toString)
        .contains("COUNTER b.c")
        .noneMatch(metric -> metric.endsWith(" a.b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notes")
  void likelyMistake_leavesEverythingOn(WrongFile file) {
    Settings settings = file.read();

    assertThat(settings.config().errors().isEmpty()).isTrue();
    assertThat(settings.metrics()).hasSizeGreaterThan(defaultMetrics());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("statsd")
  void reporter_staysOff(WrongFile file) {
    assertThat(file.read().reporters()).extracting(ReporterPlan::name).doesNotContain("statsd");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("datadog")
  void reporter_staysOffAlone(WrongFile file) {
    assertThat(file.read().reporters())
        .extracting(ReporterPlan::name)
        .contains("statsd")
        .doesNotContain("datadog");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("http")
  void http_staysAtItsDefault(WrongFile file) {
    assertThat(file.read().instrumentations())
        .containsEntry("servlet", InstrumentationSettings.none());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("poll")
  void pollRule_staysOffAlone(WrongFile file) {
    assertThat(file.read().polls().rules()).extracting(PollRule::id).containsExactly(B_QUEUE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("measure")
  void rule_staysOffAlone(WrongFile file) {
    InstrumentationSettings measured =
        file.read().instrumentations().getOrDefault("measured", InstrumentationSettings.none());

    assertThat(measured.sections("rules")).hasSize(1);
  }

  static Stream<WrongFile> metrics() {
    return WrongFiles.of("metrics");
  }

  static Stream<WrongFile> notes() {
    return WrongFiles.of("notes");
  }

  static Stream<WrongFile> statsd() {
    return WrongFiles.of("statsd");
  }

  static Stream<WrongFile> datadog() {
    return WrongFiles.of("datadog");
  }

  static Stream<WrongFile> http() {
    return WrongFiles.of("http");
  }

  static Stream<WrongFile> measure() {
    return WrongFiles.of("measure");
  }

  static Stream<WrongFile> poll() {
    return WrongFiles.of("poll");
  }

  private static int defaultMetrics() {
    return new WrongFile("", Map.of(), Map.of(), List.of()).read().metrics().size();
  }
}
