package dev.telemetry.weaving;

import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves small classes that nobody ever defines, one for each advice. */
final class WarmUp {
  private static final String SAMPLE = "dev/telemetry/weaving/Sample";

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
            SAMPLE.replace('/', '.'), target.method, target.descriptor, Opcodes.ACC_PUBLIC);
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
    byte[] sample = sample(target.method, target.descriptor);
    ClassOutline outline = ClassOutline.of(sample);
    ClassOutline.Method method = outline.methods.get(0);
    weaving.weave(
        sample,
        outline,
        (name, descriptor) ->
            Collections.singletonList(new AdviceWeaving.Step(advice, method, Integer.MAX_VALUE)));
  }

  private static byte[] sample(String name, String descriptor) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, SAMPLE, null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    method.visitCode();
    Type result = Type.getReturnType(descriptor);
    pushNothing(method, result.getSort());
    method.visitInsn(result.getOpcode(Opcodes.IRETURN));
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void pushNothing(MethodVisitor method, int sort) {
    switch (sort) {
      case Type.VOID:
        return;
      case Type.OBJECT:
      case Type.ARRAY:
        method.visitInsn(Opcodes.ACONST_NULL);
        return;
      case Type.LONG:
        method.visitInsn(Opcodes.LCONST_0);
        return;
      case Type.FLOAT:
        method.visitInsn(Opcodes.FCONST_0);
        return;
      case Type.DOUBLE:
        method.visitInsn(Opcodes.DCONST_0);
        return;
      default:
        method.visitInsn(Opcodes.ICONST_0);
    }
  }
}
