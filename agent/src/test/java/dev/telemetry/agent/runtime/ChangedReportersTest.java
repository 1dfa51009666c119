package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.ReporterPlan;
import dev.telemetry.agent.report.Reporters;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangedReportersTest {
  private final List<String> happened = new ArrayList<>();
  private final ReporterContext context =
      new ReporterContext(new Bus(), new SeriesRegistry(), AgentLog.stderr());
  private final LiveReporters reporters =
      new LiveReporters(plans("a: {to: x}", "b: {to: x}"), context);

  @Test
  void changedReporter_isThereBeforeTheOneItFollowsEnds() {
    reporters.start();
    happened.clear();
    reporters.use(plans("a: {to: y}", "b: {to: x}"));

    assertThat(happened)
        .containsExactly("make a y", "flush a x", "stop a x", "start a y after a x");
  }

  @Test
  void addedAndRemovedReporters_followNobody() {
    reporters.start();
    happened.clear();
    reporters.use(plans("b: {to: x}", "c: {to: x}"));

    assertThat(happened)
        .containsExactly("make c x", "flush a x", "stop a x", "start c x after null");
  }

  @Test
  void removedReporter_losesWhatItStillHadToSend_andAChangedOneDoesNot() {
    context.deliveries("a").waiting(3);
    context.deliveries("b").waiting(3);
    reporters.use(plans("a: {to: y}"));

    assertThat(context.deliveries("a").lost()).isEmpty();
    assertThat(context.deliveries("b").lost()).isEqualTo(Map.of("unsent at the end", 3L));
  }

  private List<ReporterPlan> plans(String... sections) {
    ConfigNode root =
        ConfigFixture.yaml("reporters: {" + String.join(", ", sections) + "}").load().root();
    return Reporters.read(
        root,
        List.of(new Factory("a"), new Factory("b"), new Factory("c")),
        GlobalTags.of(Map.of()));
  }

  private final class Factory implements ReporterFactory {
    private final String name;

    Factory(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Function<ReporterContext, Reporter> read(ConfigNode section, GlobalTags globalTags) {
      String words = name + " " + section.child("to").text("");
      return context -> {
        happened.add("make " + words);
        return new Told(words, context.deliveries(name));
      };
    }
  }

  /** A reporter that tells what is asked of it. */
  private final class Told implements Reporter {
    private final String words;
    private final Deliveries deliveries;

    Told(String words, Deliveries deliveries) {
      this.words = words;
      this.deliveries = deliveries;
    }

    @Override
    public String name() {
      return words;
    }

    @Override
    public String destination() {
      return "";
    }

    @Override
    public void start() {
      happened.add("start " + words);
    }

    @Override
    public void startAfter(@Nullable Reporter before) {
      happened.add("start " + words + " after " + (before == null ? null : before.name()));
    }

    @Override
    public long beginFlush() {
      happened.add("flush " + words);
      return 0;
    }

    @Override
    public boolean awaitFlush(long flush, long deadlineNanos) {
      return true;
    }

    @Override
    public void stop() {
      happened.add("stop " + words);
    }

    @Override
    public Deliveries deliveries() {
      return deliveries;
    }
  }
}
