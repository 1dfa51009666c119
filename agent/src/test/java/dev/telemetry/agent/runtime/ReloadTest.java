package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.instrumentation.InstrumentationSections;
import dev.telemetry.agent.poller.VmPoller;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReloadTest {

  @Test
  void metric_isAddedAndRemovedAndKept() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.kept, counter: a.gone]")) {
      agent.emit("a");
      agent.reload("metrics: [counter: a.added, counter: a.kept]");
      agent.emit("a");

      assertThat(agent.counts()).isEqualTo(Map.of("a.kept", 2L, "a.added", 1L));
      assertThat(agent.said())
          .containsExactly("telemetry: reloaded telemetry.yaml: metrics +a.added -a.gone");
    }
  }

  @Test
  void fullMetric_hasRoomForSeriesAgainAndIsToldToItsEnd() {
    String[] yaml = {
      "reporters: {log: {every: 1h}}", "metrics: [{counter: a.b, tags: [x], limit: 1}]"
    };
    try (ReloadFixture agent = ReloadFixture.of(yaml)) {
      agent.emit("a", "x", "old");
      agent.emit("a", "x", "new");
      agent.reload(yaml);
      agent.emit("a", "x", "new");
      agent.flush();

      assertThat(agent.said())
          .containsExactlyInAnyOrder(
              "telemetry: a.b{x=old} +1, 1 in all",
              "telemetry: a.b{x=_other} +1, 1 in all",
              "telemetry: telemetry.metric.overflowed{telemetry.metric=a.b} +1, 1 in all",
              "telemetry: reloaded telemetry.yaml: series begin anew a.b",
              "telemetry: a.b{x=new} +1, 1 in all");
    }
  }

  @Test
  void unchangedMetric_keepsItsSeriesWhereThereIsRoom() {
    String yaml = "metrics: [{counter: a.b, tags: [x], limit: 1}]";
    try (ReloadFixture agent = ReloadFixture.of(yaml)) {
      agent.emit("a", "x", "old");
      agent.reload(yaml);
      agent.emit("a", "x", "old");

      assertThat(agent.counts()).isEqualTo(Map.of("a.b", 2L));
      assertThat(agent.said()).containsExactly("telemetry: reloaded telemetry.yaml: no change");
    }
  }

  @Test
  void changedMetric_losesNothingThatIsEmittedMeanwhile() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      Map<String, Long> told = new HashMap<>();
      Settings next = ReloadFixture.of("metrics: [{counter: a.b, limit: 7}]").settings;
      LiveMetrics metrics =
          new LiveMetrics(
              agent.settings.metrics(),
              agent.binder,
              agent.bus,
              () -> {
                agent.emit("a");
                told.putAll(agent.counts());
              });
      agent.emit("a");
      agent.emit("a");
      metrics.reload(next, new Changes());

      assertThat(told).isEqualTo(Map.of("a.b", 2L));
      assertThat(agent.counts()).isEqualTo(Map.of("a.b", 1L));
    }
  }

  @Test
  void changedMetric_beginsAnew() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.emit("a");
      agent.reload("metrics: [{counter: a.b, tags: [x]}]");

      assertThat(agent.counts()).isEmpty();
      assertThat(agent.said()).containsExactly("telemetry: reloaded telemetry.yaml: metrics ~a.b");
    }
  }

  @Test
  void badFile_keepsTheConfigurationBefore() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.reload("metrics:", "- counter: a.c", "- conter: a.d");
      agent.emit("a");

      assertThat(agent.counts()).isEqualTo(Map.of("a.b", 1L));
      assertThat(agent.said())
          .containsExactly(
              "telemetry: reload of telemetry.yaml: the configuration before stays"
                  + " / telemetry.yaml:3:3: metrics[1]: expected counter, sum, last-value,"
                  + " summary or distribution, got none of them (did you mean \"counter\"?)");
    }
  }

  @Test
  void noFile_isABadFile() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.delete();
      agent.emit("a");

      assertThat(agent.counts()).isEqualTo(Map.of("a.b", 1L));
      assertThat(agent.said())
          .containsExactly(
              "telemetry: reload of telemetry.yaml: the configuration before stays"
                  + " / telemetry.yaml: expected a file (named by an earlier look),"
                  + " got no such file");
    }
  }

  @Test
  void goodFile_followsABadOne() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.reload("metrics: [").reload("metrics: [counter: a.c]");
      agent.emit("a");

      assertThat(agent.counts()).isEqualTo(Map.of("a.c", 1L));
    }
  }

  @Test
  void noteAndVariable_refuseNothingAndAreToldOnce() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.variable("TELEMETRY_REPORTERS", "logg");
      agent.reload("include: [\"none/*.yaml\"]", "metrics: [counter: a.c]");
      agent.reload("include: [\"none/*.yaml\"]", "metrics: [counter: a.d]");
      agent.emit("a");

      assertThat(agent.counts()).isEqualTo(Map.of("a.d", 1L));
      List<String> said = agent.said();
      assertThat(said).hasSize(2);
      assertThat(said.get(0))
          .startsWith("telemetry: reloaded telemetry.yaml: metrics +a.c -a.b")
          .contains("none/*.yaml")
          .contains("TELEMETRY_REPORTERS");
      assertThat(said.get(1)).isEqualTo("telemetry: reloaded telemetry.yaml: metrics +a.d -a.c");
    }
  }

  @Test
  void unchangedReporter_goesOn() {
    try (ReloadFixture agent = ReloadFixture.of("reporters: {log: {every: 1h}}")) {
      Reporter before = agent.reporters.all().get(0);
      agent.reload("reporters:", "  log:", "    every: 1h", "metrics: [counter: a.b]");

      assertThat(agent.reporters.all()).contains(before);
      assertThat(agent.said()).containsExactly("telemetry: reloaded telemetry.yaml: metrics +a.b");
    }
  }

  @Test
  void changedReporter_tellsEachCountOnce() {
    try (ReloadFixture agent =
        ReloadFixture.of("reporters: {log: {every: 1h}}", "metrics: [counter: a.b]")) {
      agent.emit("a");
      agent.reload("reporters: {log: {every: 2h}}", "metrics: [counter: a.b]");
      agent.emit("a");
      agent.emit("a");
      agent.flush();

      assertThat(agent.said())
          .containsExactly(
              "telemetry: a.b +1, 1 in all",
              "telemetry: reloaded telemetry.yaml: reporters ~log",
              "telemetry: a.b +2, 3 in all");
    }
  }

  @Test
  void globalTags_changeForReportersOnly() {
    try (ReloadFixture agent =
        ReloadFixture.of("reporters: {log: {every: 1h}}", "metrics: [counter: a.b]")) {
      agent.emit("a");
      agent.reload("reporters: {log: {every: 1h}}", "metrics: [counter: a.b]", "tags: {env: prod}");
      agent.emit("a");
      agent.flush();

      assertThat(agent.said())
          .containsExactly(
              "telemetry: a.b +1, 1 in all",
              "telemetry: reloaded telemetry.yaml: reporters ~log ~prometheus",
              "telemetry: a.b{env=prod} +1, 2 in all");
    }
  }

  @Test
  void addedReporter_beginsWithWhatComes() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.emit("a");
      agent.reload("reporters: {log: {every: 1h}}", "metrics: [counter: a.b]");
      agent.flush();
      agent.emit("a");
      agent.flush();

      assertThat(agent.said())
          .containsExactly(
              "telemetry: reloaded telemetry.yaml: reporters +log", "telemetry: a.b +1, 2 in all");
    }
  }

  @Test
  void removedReporter_tellsWhatItHas() {
    try (ReloadFixture agent =
        ReloadFixture.of("reporters: {log: {every: 1h}}", "metrics: [counter: a.b]")) {
      agent.emit("a");
      agent.reload("metrics: [counter: a.b]");

      assertThat(agent.reporters.all()).extracting(Reporter::name).containsExactly("prometheus");
      assertThat(agent.said())
          .containsExactly(
              "telemetry: a.b +1, 1 in all", "telemetry: reloaded telemetry.yaml: reporters -log");
    }
  }

  @Test
  void removedMetric_isToldToItsEnd() {
    try (ReloadFixture agent =
        ReloadFixture.of("reporters: {log: {every: 1h}}", "metrics: [counter: a.b]")) {
      agent.emit("a");
      agent.reload("reporters: {log: {every: 1h}}");

      assertThat(agent.said())
          .containsExactly(
              "telemetry: a.b +1, 1 in all", "telemetry: reloaded telemetry.yaml: metrics -a.b");
    }
  }

  @Test
  void instrumentation_isGivenItsSettings() {
    List<Map<String, InstrumentationSettings>> given = new ArrayList<>();
    try (ReloadFixture agent = ReloadFixture.of()) {
      agent.part(new LiveInstrumentations(InstrumentationSections.read(agent.root()), given::add));
      agent.reload("measure: [methods: a.B.c]");
      agent.reload("", "measure: [methods: a.B.c]");

      assertThat(given).hasSize(1);
      assertThat(given.get(0)).containsKey("measured");
      assertThat(agent.said())
          .containsExactly(
              "telemetry: reloaded telemetry.yaml: instrumentations ~measured",
              "telemetry: reloaded telemetry.yaml: no change");
    }
  }

  @Test
  void vm_changesItsInterval() {
    try (ReloadFixture agent = ReloadFixture.of()) {
      VmPoller poller = new VmPoller(agent.bus, agent.log);
      agent.part(new LiveSection("vm", next -> poller.use(next.vm()), agent.settings));
      agent.reload("instrumentations: {vm: {enabled: false}}");

      assertThat(agent.said().get(0)).endsWith("; vm ~instrumentations.vm.enabled");
    }
  }

  @Test
  void sectionThatNobodyReloads_waitsForARestart() {
    InstrumentationModule[] modules = {new Quiet()};
    try (ReloadFixture agent = new ReloadFixture(modules)) {
      agent.reload("instrumentations: {quiet: {enabled: false}}");

      assertThat(agent.said())
          .containsExactly(
              "telemetry: reloaded telemetry.yaml: after a restart"
                  + " ~instrumentations.quiet.enabled");
    }
  }

  @Test
  void partThatThrows_leavesTheOthers() {
    try (ReloadFixture agent = ReloadFixture.of()) {
      agent.part(
          (next, changes) -> {
            throw new IllegalStateException("broken");
          });
      agent.reload("metrics: [counter: a.b]");

      assertThat(agent.said())
          .containsExactly(
              "telemetry: reload of test: IllegalStateException: broken",
              "telemetry: reloaded telemetry.yaml: metrics +a.b; not taken over test");
    }
  }

  /** An instrumentation of nothing. */
  private static final class Quiet implements InstrumentationModule {
    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public List<WeavePoint> weavePoints(InstrumentationContext context) {
      return List.of();
    }

    @Override
    public List<EventDefinition> events() {
      return List.of();
    }

    @Override
    public List<MetricDefinition> metrics() {
      return List.of();
    }
  }
}
