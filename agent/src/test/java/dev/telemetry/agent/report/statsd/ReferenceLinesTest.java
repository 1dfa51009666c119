package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.MetricUnit;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.WrittenMetrics;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of line, byte for byte. */
class ReferenceLinesTest {
  private static final String STANDARD = "{flavor: standard}";
  private static final String DATADOG = "{flavor: datadog}";
  private static final String TELEGRAF = "{flavor: telegraf}";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          {flavor: standard} -> COUNTER -> 7 -> my.metric:1|c
          {flavor: datadog} -> COUNTER -> 7 -> my.metric:1|c
          {flavor: standard} -> SUM -> 21 -> my.metric:+21|g
          {flavor: standard} -> SUM -> -21 -> my.metric:-21|g
          {flavor: standard} -> SUM -> 1.5 -> my.metric:+1.5|g
          {flavor: datadog} -> SUM -> 21 -> my.metric:21|c
          {flavor: datadog} -> SUM -> -21 -> my.metric:-21|c
          {flavor: standard} -> LAST_VALUE -> 18 -> my.metric:18|g
          {flavor: standard} -> LAST_VALUE -> 0 -> my.metric:0|g
          {flavor: standard} -> LAST_VALUE -> -0.0 -> my.metric:0|g
          {flavor: datadog} -> LAST_VALUE -> -18 -> my.metric:-18|g
          {flavor: datadog} -> LAST_VALUE -> 131.4 -> my.metric:131.4|g
          {flavor: standard} -> SUMMARY -> 121 -> my.metric:121|ms
          {flavor: datadog} -> SUMMARY -> 121 -> my.metric:121|h
          {flavor: standard} -> DISTRIBUTION -> 131 -> my.metric:131|ms
          {flavor: datadog} -> DISTRIBUTION -> 131 -> my.metric:131|d
          {flavor: datadog} -> DISTRIBUTION -> 131.4 -> my.metric:131.4|d
          {flavor: datadog} -> DISTRIBUTION -> -131.5 -> my.metric:-131.5|d
          {flavor: standard, rounding: integer} -> DISTRIBUTION -> 131.5 -> my.metric:132|ms
          {flavor: standard, rounding: integer} -> DISTRIBUTION -> -131.5 -> my.metric:-132|ms
          {flavor: standard, rounding: integer} -> DISTRIBUTION -> 131.4 -> my.metric:131|ms
          {flavor: standard, rounding: integer} -> DISTRIBUTION -> -0.4 -> my.metric:0|ms
          {flavor: standard, rounding: integer} -> SUMMARY -> 0.49999999999999994 -> my.metric:0|ms
          {flavor: standard, rounding: integer} -> LAST_VALUE -> 2.5 -> my.metric:3|g
          {flavor: standard, rounding: integer} -> SUM -> -2.5 -> my.metric:-3|g
          {flavor: datadog} -> LAST_VALUE -> 1e21 -> my.metric:1000000000000000000000|g
          {flavor: datadog} -> LAST_VALUE -> 1.5e-7 -> my.metric:0.00000015|g
          {flavor: datadog} -> LAST_VALUE -> 9007199254740992 -> my.metric:9007199254740992|g
          {flavor: standard, prefix: shop} -> COUNTER -> 1 -> shop.my.metric:1|c
          {flavor: standard, prefix: shop.} -> COUNTER -> 1 -> shop.my.metric:1|c
          {flavor: datadog, prefix: my shop} -> COUNTER -> 1 -> my_shop.my.metric:1|c
          {flavor: telegraf} -> COUNTER -> 7 -> my.metric:1|c
          {flavor: telegraf} -> SUM -> 21 -> my.metric:+21|g
          {flavor: telegraf} -> SUM -> -1.5 -> my.metric:-1.5|g
          {flavor: telegraf} -> LAST_VALUE -> 131.4 -> my.metric:131.4|g
          {flavor: telegraf} -> SUMMARY -> 121 -> my.metric:121|h
          {flavor: telegraf} -> DISTRIBUTION -> 131.5 -> my.metric:131.5|h
          {flavor: telegraf, prefix: shop} -> COUNTER -> 1 -> shop.my.metric:1|c
          """)
  void line_isThatOfItsType(String section, MetricType type, double value, String line) {
    LinesOf lines = LinesOf.section(section).record(metric(type), value);

    assertThat(lines.flush()).containsExactly(line);
    assertRead(section, type, value, line);
  }

  /** A server has the value that was recorded, unless it is one that the docs say it refuses. */
  private static void assertRead(String section, MetricType type, double value, String line) {
    ModelServer server = ModelServer.of(section);
    server.receive(line);
    String metric = line.substring(0, line.indexOf(':'));
    boolean isValue = type == MetricType.SUMMARY || type == MetricType.DISTRIBUTION;
    if (isValue && value < 0 && line.contains("-") && !section.contains("datadog")) {
      assertThat(server.refused).containsExactly(line);
      return;
    }
    assertThat(server.refused).isEmpty();
    int decimals = section.contains("integer") ? 0 : 10;
    BigDecimal written = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    double shown = written.doubleValue();
    if (isValue) {
      assertThat(server.count(metric)).isEqualTo(1);
      assertThat(server.sum(metric)).isEqualTo(shown);
    } else if (type == MetricType.COUNTER) {
      assertThat(server.counter(metric)).isEqualTo(1);
    } else {
      assertThat(server.gauge(metric) + server.counter(metric)).isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          {flavor: standard} -> SUMMARY s -> 1739000 -> my.metric:1.739|ms
          {flavor: standard} -> DISTRIBUTION s -> 1500000000 -> my.metric:1500|ms
          {flavor: standard} -> SUMMARY ms -> 1739123 -> my.metric:1.739|ms
          {flavor: standard} -> SUMMARY us -> 1050000 -> my.metric:1.05|ms
          {flavor: standard} -> SUMMARY ns -> 5000 -> my.metric:0.005|ms
          {flavor: standard} -> SUMMARY s -> 400 -> my.metric:0|ms
          {flavor: standard} -> SUMMARY s -> -400 -> my.metric:0|ms
          {flavor: standard} -> SUMMARY s -> 500 -> my.metric:0.001|ms
          {flavor: standard} -> SUMMARY s -> -1500 -> my.metric:-0.002|ms
          {flavor: standard} -> SUMMARY s -> 12345678901234567 -> my.metric:12345678901.235|ms
          {flavor: standard, rounding: integer} -> SUMMARY s -> 131500000 -> my.metric:132|ms
          {flavor: standard, rounding: integer} -> SUMMARY s -> -131500000 -> my.metric:-132|ms
          {flavor: datadog} -> SUMMARY s -> 1739000 -> my.metric:1.739|d
          {flavor: datadog} -> DISTRIBUTION s -> 1739000 -> my.metric:1.739|d
          {flavor: datadog, durations: histogram} -> SUMMARY s -> 1739000 -> my.metric:1.739|h
          {flavor: datadog, durations: histogram} -> DISTRIBUTION s -> 17000 -> my.metric:0.017|d
          {flavor: datadog} -> SUMMARY By -> 1739.5 -> my.metric:1739.5|h
          {flavor: datadog} -> SUMMARY kBy -> 1739.5 -> my.metric:1.7395|h
          {flavor: datadog} -> LAST_VALUE s -> 1500000000 -> my.metric:1.5|g
          {flavor: telegraf} -> SUMMARY s -> 1739000 -> my.metric:1.739|ms
          {flavor: telegraf} -> DISTRIBUTION ms -> 1739000 -> my.metric:1.739|ms
          """)
  void duration_isMillisecondsWhateverTheUnit(
      String section, String typeAndUnit, double measured, String line) {
    String[] parts = typeAndUnit.split(" ", -1);
    MetricDefinition metric = metric(MetricType.valueOf(parts[0])).withUnit(parts[1]);
    assertThat(MetricUnit.of(parts[1]).symbol()).isEqualTo(parts[1]);

    assertThat(LinesOf.section(section).record(metric, measured).flush()).containsExactly(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {STANDARD, TELEGRAF})
  void negativeGauge_isReachedFromZeroWhereASignIsAStep(String section) {
    LinesOf lines = LinesOf.section(section).record(metric(MetricType.LAST_VALUE), -18);

    assertThat(lines.flush()).containsExactly("my.metric:0|g", "my.metric:-18|g");
    assertThat(lines.linesCounted).isEqualTo(2);
  }

  @Test
  void tags_areSegmentsInDeclaredOrderInTheStandardFlavor() {
    assertThat(tagged(STANDARD, "GET", "200")).isEqualTo("my.metric.GET.200:1|c");
  }

  @Test
  void tags_standBehindTheValueInDeclaredOrderInTheDatadogFlavor() {
    assertThat(tagged(DATADOG, "GET", "200")).isEqualTo("my.metric:1|c|#method:GET,status:200");
  }

  @Test
  void tags_standInTheNameInDeclaredOrderInTheTelegrafFlavor() {
    assertThat(tagged(TELEGRAF, "GET", "200")).isEqualTo("my.metric,method=GET,status=200:1|c");
  }

  @Test
  void nullTag_isNil() {
    assertThat(tagged(STANDARD, "GET", null)).isEqualTo("my.metric.GET.nil:1|c");
    assertThat(tagged(DATADOG, "GET", null)).isEqualTo("my.metric:1|c|#method:GET,status:nil");
    assertThat(tagged(TELEGRAF, "", null)).isEqualTo("my.metric,method=nil,status=nil:1|c");
  }

  @Test
  void globalTags_followTheMetricsOwnUnlessItHasTheKey() {
    assertThat(tagged(DATADOG, "GET", "200", globalTags()))
        .isEqualTo("my.metric:1|c|#method:GET,status:200,service:shop,env:dev");
    assertThat(tagged(TELEGRAF, "GET", "200", globalTags()))
        .isEqualTo("my.metric,method=GET,status=200,service=shop,env=dev:1|c");
  }

  @Test
  void globalTags_stayOutOfStandardNamesUnlessAskedFor() {
    assertThat(tagged(STANDARD, "GET", "200", globalTags())).isEqualTo("my.metric.GET.200:1|c");
    assertThat(tagged("{global-tags: true}", "GET", "200", globalTags()))
        .isEqualTo("my.metric.GET.200.shop.dev:1|c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      textBlock =
          """
          /users/{id} -> -users-id
          a:b|c@d#e,f -> abcdef
          two  words -> two_words
          1.5 -> 1_5
          key=value;x -> key=value;x
          Ünïcode -> ncode
          {} -> _
          """)
  void standardTag_isWhatTheServerWouldStore(String value, String segment) {
    assertThat(tagged(STANDARD, value, "200")).isEqualTo("my.metric." + segment + ".200:1|c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      textBlock =
          """
          /users/{id} -> /users/{id}
          http://host:80/a -> http://host:80/a
          a|b,c#d@e -> a_b_c_d_e
          two words -> two_words
          Ünïcode -> Ünïcode
          1.5 -> 1.5
          """)
  void datadogTag_losesOnlyWhatWouldEndIt(String value, String written) {
    assertThat(tagged(DATADOG, value, "200"))
        .isEqualTo("my.metric:1|c|#method:" + written + ",status:200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      textBlock =
          """
          /users/{id} -> /users/{id}
          http://host:80/a -> http_//host_80/a
          a|b,c#d@e=f -> a_b_c#d@e_f
          two words -> two_words
          Ünïcode -> Ünïcode
          """)
  void telegrafTag_losesOnlyWhatTheServerSplitsAt(String value, String written) {
    assertThat(tagged(TELEGRAF, value, "200"))
        .isEqualTo("my.metric,method=" + written + ",status=200:1|c");
  }

  @Test
  void sampleRate_standsBehindTheTypeOfSingleValues() {
    for (String[] each :
        new String[][] {
          {STANDARD, "my.metric:1|ms|@0.999999"},
          {DATADOG, "my.metric:1|h|@0.999999|#env:dev"},
          {TELEGRAF, "my.metric,env=dev:1|h|@0.999999"}
        }) {
      LinesOf lines = LinesOf.section(each[0], GlobalTags.of(Map.of("env", "dev")));
      lines
          .registry
          .series(WrittenMetrics.of("{summary: my.metric, unit: '1', sample: 0.999999}"))
          .record(1);

      assertThat(lines.flush()).containsExactly(each[1]);
    }
  }

  @Test
  void lineFeed_neverMakesALine() {
    assertThat(tagged(STANDARD, "a\nb:1|c", "x")).isEqualTo("my.metric.a_b1c.x:1|c");
    assertThat(tagged(DATADOG, "a\nb", "x")).isEqualTo("my.metric:1|c|#method:a_b,status:x");
    assertThat(tagged(TELEGRAF, "a\nb", "x")).isEqualTo("my.metric,method=a_b,status=x:1|c");
  }

  @Test
  void name_isCleaned() {
    MetricDefinition odd = new MetricDefinition(MetricType.COUNTER, "a.b c/d:e|f@g#h,i");

    assertThat(LinesOf.section(STANDARD).record(odd, 1).flush())
        .containsExactly("a.b_c-defghi:1|c");
    assertThat(LinesOf.section(DATADOG).record(odd, 1).flush())
        .containsExactly("a.b_c_d_e_f_g_h_i:1|c");
    assertThat(LinesOf.section(TELEGRAF).record(odd, 1).flush())
        .containsExactly("a.b_c/d_e_f@g#h_i:1|c");
  }

  @Test
  void colonInAKey_isCleaned() {
    LinesOf lines = LinesOf.section(DATADOG);
    lines.series(metric(MetricType.COUNTER).withTags("a:b"), "c:d").record(1);

    assertThat(lines.flush()).containsExactly("my.metric:1|c|#a_b:c:d");
  }

  private static String tagged(String section, String method, @Nullable String status) {
    return tagged(section, method, status, GlobalTags.of(Map.of()));
  }

  private static String tagged(
      String section, String method, @Nullable String status, GlobalTags tags) {
    LinesOf lines = LinesOf.section(section, tags);
    lines.series(metric(MetricType.COUNTER).withTags("method", "status"), method, status).record(1);
    return lines.flush().get(0);
  }

  private static GlobalTags globalTags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("service", "shop");
    tags.put("env", "dev");
    tags.put("method", "none");
    return GlobalTags.of(tags);
  }

  private static MetricDefinition metric(MetricType type) {
    return LinesOf.metric(type);
  }
}
