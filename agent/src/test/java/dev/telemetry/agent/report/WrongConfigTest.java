package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WrongConfigTest {

  @ParameterizedTest
  @MethodSource("sections")
  void section_saysWhereWhatWasExpectedAndTheNearestWord(String yaml, String message) {
    assertThat(new ReadConfig(ConfigFixture.yaml(yaml)).errors)
        .containsExactly("telemetry.yaml:" + message);
  }

  static Stream<Arguments> sections() {
    return Stream.of(
        row("servise: shop", "1:1: unknown key \"servise\" (did you mean \"service\"?)"),
        row("service: [shop]", "1:10: service: expected text, got a list"),
        row("service:", "1:1: service: expected text, got nothing"),
        row(
            "service: ${SHOP}",
            "1:10: service: expected the variable SHOP to be set, or ${SHOP:default}, got \"${SHOP}\""),
        row("service: ${SHOP", "1:10: service: expected } after ${, got \"${SHOP\""),
        row("tags: env", "1:7: tags: expected keys and values, got \"env\""),
        row("tags: [env]", "1:7: tags: expected keys and values, got a list"),
        row("tags: {env: {a: b}}", "1:13: tags.env: expected text, got keys and values"),
        row("reporters: [statsd]", "1:12: reporters: expected keys and values, got a list"),
        row(
            "reporters:\n  statd: {}",
            "2:3: reporters: unknown key \"statd\" (did you mean \"statsd\"?)"),
        row(
            "reporters:\n  otlp: {url: \"ftp://collector\"}",
            "2:15: reporters.otlp.url: expected an address such as http://127.0.0.1:4318/v1/metrics,"
                + " got \"ftp://collector\""),
        row(
            "reporters:\n  statsd: true",
            "2:11: reporters.statsd: expected keys and values, got \"true\""),
        row(
            "reporters: {statsd: {enabled: maybe}}",
            "1:31: reporters.statsd.enabled: expected true or false, got \"maybe\""),
        row(
            "instrumentations: {jdcb: {enabled: false}}",
            "1:20: instrumentations: unknown key \"jdcb\" (did you mean \"jdbc\"?)"),
        row(
            "instrumentations: {jdbc: {enabled: 'no'}}",
            "1:36: instrumentations.jdbc.enabled: expected true or false, got \"no\""),
        row(
            "instrumentations: {jdbc: {slow: 200ms}}",
            "1:27: instrumentations.jdbc.slow: not available in this version"),
        row("poll: []", "1:1: poll: not available in this version"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          {prot: 1} => 12: reporters.statsd: unknown key "prot" (did you mean "port"?)
          {port: 0} => 18: reporters.statsd.port: expected a whole number from 1 to 65535, got "0"
          {port: 8125.5} => 18: reporters.statsd.port: expected a whole number from 1 to 65535, got "8125.5"
          {port: [1]} => 18: reporters.statsd.port: expected text, got a list
          {flavor: dogstatsd} => 20: reporters.statsd.flavor: expected standard or datadog or telegraf, got "dogstatsd"
          {flavor: data-dog} => 20: reporters.statsd.flavor: expected standard or datadog or telegraf, got "data-dog" (did you mean "datadog"?)
          {every: 5} => 19: reporters.statsd.every: expected a duration of at least 100ms, such as 200ms or 10s, got "5"
          {every: 10ms} => 19: reporters.statsd.every: expected a duration of at least 100ms, such as 200ms or 10s, got "10ms"
          {rounding: whole} => 22: reporters.statsd.rounding: expected decimal or integer, got "whole"
          {mtu: 99999} => 17: reporters.statsd.mtu: expected a whole number from 64 to 65507, got "99999"
          {packing: true} => 21: reporters.statsd.packing: expected only with flavor: datadog
          {flavor: datadog, durations: summary} => 40: reporters.statsd.durations: expected distribution or histogram, got "summary"
          {resend: 1} => 20: reporters.statsd.resend: expected a duration of at least 100ms, such as 200ms or 10s, got "1"
          {idle-counters: 0} => 27: reporters.statsd.idle-counters: expected true or false, got "0"
          {socket: dsd.socket} => 20: reporters.statsd.socket: expected the path of a socket, unix:///PATH or unixstream:///PATH, got "dsd.socket"
          {socket: unixstream:///a, port: 1} => 20: reporters.statsd.socket: expected either socket, or host and port
          """)
  void statsd_staysOffAndSaysWhy(String yaml, String message) {
    ReadConfig read = new ReadConfig(ConfigFixture.yaml("reporters:", "  statsd: " + yaml));

    assertThat(read.errors).containsExactly("telemetry.yaml:2:" + message);
    assertThat(read.reporters).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          {evnts: []} => 13: reporters.datadog: unknown key "evnts" (did you mean "events"?)
          {events: [{event: a.b}]} => 22: reporters.datadog.events[0]: expected a title
          {events: [{title: t}]} => 22: reporters.datadog.events[0]: expected an event
          {events: [{event: a.*, title: t}]} => 30: reporters.datadog.events[0].event: expected the name of an event or a span, such as telemetry.handler.failure, got "a.*"
          {events: [{event: a.b, title: "{a"}]} => 42: reporters.datadog.events[0].title: expected a text, in which keys of the event stand in braces, such as "{error.message}", got "{a"
          {events: [{event: a.b, title: t, alert: bad}]} => 52: reporters.datadog.events[0].alert: expected error or warning or info or success, got "bad"
          {events: [{event: a.b, title: t, limit: 5}]} => 52: reporters.datadog.events[0].limit: expected a limit such as 10/min, 1/s or 100/h, got "5"
          {service-checks: [{event: a.b, status: {from: x, "*": ok}}]} => 30: reporters.datadog.service-checks[0]: expected a name for the check
          {service-checks: [{event: a.b, name: n, status: {from: x, "*": bad}}]} => 75: reporters.datadog.service-checks[0].status.*: expected ok or warning or critical or unknown, got "bad"
          {service-checks: [{event: a.b, name: n, status: {"*": ok}}]} => 60: reporters.datadog.service-checks[0].status: expected such as {from: error.type, absent: ok, "*": critical}
          """)
  void datadog_staysOffAndSaysWhy(String yaml, String message) {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.yaml("reporters:", "  statsd: {flavor: datadog}", "  datadog: " + yaml));

    assertThat(read.errors).containsExactly("telemetry.yaml:3:" + message);
    assertThat(read.reporterNames()).containsExactly("statsd");
  }

  @ParameterizedTest
  @CsvSource({"statsd: {}", "statsd: {flavor: telegraf}", "log: {}"})
  void datadog_needsStatsdOfItsFlavor(String beside) {
    ReadConfig read =
        new ReadConfig(ConfigFixture.yaml("reporters:", "  " + beside, "  datadog: {}"));

    assertThat(read.errors)
        .containsExactly(
            "telemetry.yaml:3:3: reporters.datadog: expected beside reporters.statsd with flavor:"
                + " datadog, whose socket it uses");
    assertThat(read.reporterNames()).doesNotContain("datadog");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          login.count => 3: metrics[0]: expected a metric such as "counter: name", got "login.count"
          {} => 3: metrics[0]: expected counter, sum, last-value, summary or distribution, got none of them
          {counter: a.b, sum: a.b} => 3: metrics[0]: expected counter, sum, last-value, summary or distribution, got several of them
          {counter: } => 4: metrics[0].counter: metric can't be empty
          {counter: [a, b]} => 13: metrics[0].counter: expected text, got a list
          {counter: a} => 13: metrics[0].counter: event_name can't be empty (metric must be namespaced or :event_name explicitly set)
          {counter: a..b} => 13: metrics[0].counter: metric a..b contains leading, trailing or consecutive dots
          {counter: .a} => 13: metrics[0].counter: metric .a contains leading, trailing or consecutive dots
          {counter: a.b, tags: x} => 24: metrics[0].tags: expected tag keys to be a list, got: "x"
          {counter: a.b, tags: {x: y}} => 24: metrics[0].tags: expected a list, got keys and values
          {counter: a.b, tag: [x]} => 18: metrics[0]: unknown key "tag" (did you mean "tags"?)
          {counter: a.b, keep: {x: 1}, drop: {x: 2}} => 38: metrics[0].drop: either the keep or drop option may be set, but not both
          {counter: a.b, keep: x} => 24: metrics[0].keep: expected keys and values, got "x"
          {sum: a.b, unit: milisecond} => 20: metrics[0].unit: expected a unit such as second, ms, byte, MiB, %, 1 or {request}, got "milisecond" (did you mean "millisecond"?)
          {summary: a.b, sample: 1.5} => 26: metrics[0].sample: expected a number above 0 and at most 1, got "1.5"
          {summary: a.b, sample: often} => 26: metrics[0].sample: expected a number, got "often"
          {counter: a.b, sample: 0.1} => 26: metrics[0].sample: expected only in a summary or distribution: counters and sums are exact totals, and servers ignore the rate of a gauge
          {last-value: a.b, sample: 0.1} => 29: metrics[0].sample: expected only in a summary or distribution: counters and sums are exact totals, and servers ignore the rate of a gauge
          {sum: a.b, buckets: [1]} => 14: metrics[0].buckets: expected only in a distribution
          {distribution: a.b, buckets: [1, 1]} => 36: metrics[0].buckets[1]: expected a larger number than the one before, got "1"
          {distribution: a.b, buckets: [one]} => 33: metrics[0].buckets[0]: expected a number, got "one"
          {distribution: a.b, buckets: 1} => 32: metrics[0].buckets: expected a list, got "1"
          {summary: a.b, percentiles: [95]} => 32: metrics[0].percentiles[0]: expected a number between 0 and 1, got "95" (did you mean "0.95"?)
          {counter: a.b, description: [x]} => 31: metrics[0].description: expected text, got a list
          {counter: a.b, tags: [result], tag-values: {resutl: x}} => 47: metrics[0].tag-values.resutl: expected one of the tags, got "resutl" (did you mean "result"?)
          {counter: a.b, tags: [x], tag-values: {x: {'1': y}}} => 45: metrics[0].tag-values.x: expected the key "from", "first", "template" or "constant", which says where the value comes from
          """)
  void metric_staysOffAndSaysWhy(String item, String message) {
    ReadConfig read = new ReadConfig(ConfigFixture.yaml("metrics:", "- " + item, "- counter: b.c"));

    assertThat(read.errors).containsExactly("telemetry.yaml:2:" + message);
    assertThat(read.metrics).hasSize(1);
  }

  @Test
  void metric_isTakenOnce() {
    ReadConfig read =
        new ReadConfig(ConfigFixture.yaml("metrics:", "- counter: a.b", "- sum: a.b"));

    assertThat(read.errors)
        .containsExactly(
            "telemetry.yaml:3:3: metrics[1]: expected each metric once, got \"a.b\","
                + " which is at telemetry.yaml:2:3");
    assertThat(read.metrics).hasSize(1);
  }

  @Test
  void property_isNamedAsItWasGiven() {
    ReadConfig read =
        new ReadConfig(ConfigFixture.empty().property("telemetry.reporters.statsd.port", "none"));

    assertThat(read.errors)
        .containsExactly(
            "-Dtelemetry.reporters.statsd.port: expected a whole number from 1 to 65535,"
                + " got \"none\"");
    assertThat(read.reporters).isEmpty();
  }

  @Test
  void variable_isNamedAsItWasGiven() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.empty()
                .variable("TELEMETRY_REPORTERS", "statd,log")
                .variable("TELEMETRY_REPORTERS_LOG_EVERY", "soon"));

    assertThat(read.errors)
        .containsExactly(
            "TELEMETRY_REPORTERS: expected statsd or datadog or otlp or log or prometheus, got \"statd\""
                + " (did you mean \"statsd\"?)",
            "TELEMETRY_REPORTERS_LOG_EVERY: expected a duration of at least 100ms, such as 200ms"
                + " or 10s, got \"soon\"");
  }

  @Test
  void wrongSection_leavesTheOthersOn() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.yaml(
                "reporters:", "  statsd: {port: x}", "  log: {}", "metrics:", "- counter: a.b"));

    assertThat(read.reporterNames()).isEqualTo(List.of("log"));
    assertThat(read.metrics).hasSize(1);
    assertThat(read.errors).hasSize(1);
  }

  private static Arguments row(String yaml, String message) {
    return Arguments.of(yaml, message);
  }
}
