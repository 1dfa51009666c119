package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private final AdviceWeaving advice = new AdviceWeaving(WarmUpTest.class.getClassLoader());
  private final WeavingReport report = new WeavingReport();

  @Test
  void everyAdvice_isCarriedOutOnce() {
    String[] results = {"V", "Z", "B", "C", "S", "I", "J", "F", "D", "[[I", "Ljava/lang/String;"};
    List<Target> targets = new ArrayList<>();
    for (String result : results) {
      targets.add(target("ShapeAdvice$Result", "call(JLjava/lang/String;D)" + result));
      targets.add(target("ShapeAdvice$Timed", "call(I[J)" + result));
    }

    assertThat(new WarmUp(advice, report).run(targets)).isEqualTo(2);
    assertThat(report.skipped()).isEmpty();
  }

  @Test
  void everyResult_canBeWarmed() {
    for (String result : new String[] {"V", "Z", "I", "J", "F", "D", "[[I", "Ljava/lang/Object;"}) {
      new WarmUp(advice, report).run(List.of(target("ShapeAdvice$Result", "call()" + result)));
    }

    assertThat(report.skipped()).isEmpty();
  }

  @Test
  void adviceThatIsMissing_isReportedAndStopsNothing() {
    List<Target> targets =
        List.of(target("NoSuchAdvice", "call()V"), target("ShapeAdvice$Timed", "call()V"));

    assertThat(new WarmUp(advice, report).run(targets)).isEqualTo(2);
    assertThat(report.skipped()).hasSize(1);
    assertThat(report.skipped().get(0)).startsWith("probe: failed with ");
  }

  @Test
  void weaving_isNeitherCountedNorKept() {
    FakeJvm jvm = new FakeJvm();
    Weaving weaving =
        new Weaving(
            jvm.instrumentation(),
            WarmUpTest.class.getClassLoader(),
            new Bus(),
            List.of(new Probe()));

    weaving.warmUp();

    assertThat(weaving.report().wovenByModule()).containsEntry("probe", 0);
    assertThat(weaving.report().failures()).isZero();
    assertThat(jvm.transformers).isEmpty();
  }

  private static Target target(String adviceName, String method) {
    SiteAdvice site =
        new SiteAdvice(WarmUpTest.class.getPackageName() + "." + adviceName, new Hook() {});
    return Target.variant("probe", WeavePoint.subtypesOf("lib.Type", method, site), 0);
  }
}
