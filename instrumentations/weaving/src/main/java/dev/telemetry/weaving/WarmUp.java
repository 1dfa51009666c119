package dev.telemetry.weaving;

import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Weaves small classes that nobody ever defines, one for each advice. */
final class WarmUp {
  private final AdviceWeaving weaving;
  private final WeavingReport report;
  private final Set<String> done = new HashSet<>();

  WarmUp(AdviceWeaving weaving, WeavingReport report) {
    this.weaving = weaving;
    this.report = report;
  }

  /** Returns how many advices were carried out. */
  int run(List<Target> targets) {
    for (Target target : targets) {
      if (target.type != null) {
        warm(target);
      }
    }
    return done.size();
  }

  /** Annotations are left out: their advice depends on the method and may name new events. */
  private void warm(Target target) {
    MethodSite site =
        new MethodSite(
            Samples.CLASS.replace('/', '.'), target.method, target.descriptor, Opcodes.ACC_PUBLIC);
    try {
      SiteAdvice advice = target.point.adviceFor(site);
      if (advice != null && done.add(advice.advice())) {
        weave(target, advice.advice());
      }
    } catch (RuntimeException | LinkageError failure) {
      report.failed(target.module, failure);
    }
  }

  private void weave(Target target, String advice) {
    byte[] sample = Samples.method(target.method, target.descriptor);
    ClassOutline outline = ClassOutline.of(sample);
    ClassOutline.Method method = outline.methods.get(0);
    weaving.weave(
        sample,
        outline,
        (name, descriptor) ->
            Collections.singletonList(new AdviceWeaving.Step(advice, method, Integer.MAX_VALUE)));
  }
}
