package dev.telemetry.agent.poller.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollSectionTest {

  @Test
  void attributes_areMetricsTaggedByWhatThePatternLeavesOpen() {
    List<MetricDefinition> metrics =
        metrics(
            "{mbean: 'Catalina:type=ThreadPool,name=*', attributes: [busy, max], event: tomcat.t}");

    assertThat(metrics)
        .extracting(MetricDefinition::name)
        .containsExactly("tomcat.t.busy", "tomcat.t.max");
    assertThat(metrics).allSatisfy(metric -> assertThat(metric.tags()).containsExactly("name"));
    assertThat(metrics).extracting(MetricDefinition::type).containsOnly(MetricType.LAST_VALUE);
  }

  @Test
  void counter_isASumWithItsUnit() {
    MetricDefinition metric =
        metrics(
                "{mbean: 'a:b=c', event: e, attributes: [{attribute: x.y, as: z, type: counter, unit: By}]}")
            .get(0);

    assertThat(metric.type()).isEqualTo(MetricType.SUM);
    assertThat(metric.name()).isEqualTo("e.z");
    assertThat(metric.measurement()).isEqualTo("z");
    assertThat(metric.unit()).isEqualTo("By");
    assertThat(metric.tags()).isEmpty();
  }

  @Test
  void domainThatIsOpen_isATag() {
    assertThat(metrics("{mbean: '*:type=Pool,name=*', attributes: [busy], event: e}").get(0).tags())
        .containsExactly("domain", "name");
  }

  @Test
  void givenTags_areTheTags() {
    assertThat(
            metrics("{mbean: 'a:type=Pool,*', tags: [host], attributes: [busy], event: e}")
                .get(0)
                .tags())
        .containsExactly("host");
  }

  @Test
  void rules_areEqualWhereNothingDiffers() {
    String rule = "{mbean: 'a:b=*', attributes: [x], event: e, every: 1s}";

    assertThat(RulesFixture.rule(rule)).isEqualTo(RulesFixture.rule(rule));
    assertThat(RulesFixture.rule(rule)).isNotEqualTo(RulesFixture.rule(rule.replace("1s", "2s")));
  }

  private static List<MetricDefinition> metrics(String rule) {
    return RulesFixture.rule(rule).metrics();
  }
}
