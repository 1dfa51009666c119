package dev.telemetry.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one configuration has of the one before. */
class SettingsTest {
  private final Settings first = read("metrics:", "  - counter: visits.count");

  @Test
  void metricsThatNobodyHasDefined_areTheSameObjects() {
    List<Metric> next = followedBy("metrics:", "  - counter: orders.count").metrics();

    assertThat(next).hasSameSizeAs(first.metrics());
    assertThat(next.subList(0, next.size() - 1))
        .isNotEmpty()
        .usingElementComparator((one, other) -> one == other ? 0 : 1)
        .isSubsetOf(first.metrics());
    assertThat(names(next)).contains("orders.count").doesNotContain("visits.count");
  }

  @Test
  void instrumentationThatIsSwitchedOff_takesItsMetricsAlong() {
    assertThat(names(first.metrics())).anyMatch(name -> name.startsWith("jvm."));
    assertThat(names(followedBy("instrumentations: {vm: {enabled: false}}").metrics()))
        .isNotEmpty()
        .noneMatch(name -> name.startsWith("jvm."));
  }

  @Test
  void instrumentationThatIsSwitchedOn_bringsItsMetrics() {
    assertThat(names(followedBy("instrumentations: {agent: {enabled: true}}").metrics()))
        .hasSizeGreaterThan(first.metrics().size())
        .contains("telemetry.agent.threads");
  }

  @Test
  void ruleThatPolls_bringsItsMetrics() {
    Settings next =
        followedBy(
            "poll:",
            "  - mbean: \"java.lang:type=Threading\"",
            "    event: threads",
            "    attributes: [ThreadCount]");
    int written = 1;

    assertThat(next.metrics()).hasSize(first.metrics().size() - written + 1);
    assertThat(next.config().errors().messages()).isEmpty();
  }

  @Test
  void defaultThatWasReplaced_comesBack() {
    Settings replacing = followedBy("metrics:", "  - counter: http.server.request.failures");

    assertThat(names(replacing.metrics())).contains("http.server.request.failures");
    assertThat(replacing.followedBy(ConfigFixture.empty().load()).metrics())
        .usingElementComparator((one, other) -> one == other ? 0 : 1)
        .isSubsetOf(first.metrics());
  }

  private Settings followedBy(String... yaml) {
    return first.followedBy(ConfigFixture.yaml(yaml).load());
  }

  private static Settings read(String... yaml) {
    return Settings.read(ConfigFixture.yaml(yaml).load(), AllModules.installed());
  }

  private static List<String> names(List<Metric> metrics) {
    return metrics.stream().map(metric -> metric.definition().name()).toList();
  }
}
