package dev.telemetry.weaving;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves advice that is nothing but calls, by ASM alone: a tenth of the classes that Byte Buddy
 * loads for the first one. Thread-safe, without a lock.
 */
final class CallWeaving {
  private final ClassLoader adviceLoader;
  private final ConcurrentMap<String, Optional<CallAdvice>> advices = new ConcurrentHashMap<>();

  /**
   * Weaves advice that a loader has as resources.
   *
   * @param adviceLoader the loader of the instrumentations
   */
  CallWeaving(ClassLoader adviceLoader) {
    this.adviceLoader = adviceLoader;
  }

  /**
   * Returns the class file with the plan carried out; null where the class or an advice is not of
   * the kind that is woven here.
   */
  byte @Nullable [] weave(byte[] classFile, ClassOutline outline, AdviceWeaving.Plan plan) {
    // older class files have no frames, subroutines, or both
    if (major(classFile) < Opcodes.V1_7) {
      return null;
    }
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new Inliner(writer, outline, plan), ClassReader.EXPAND_FRAMES);
      return writer.toByteArray();
    } catch (UnsuitedCodeException unsuited) {
      return null;
    }
  }

  private static int major(byte[] classFile) {
    return ((classFile[6] & 0xff) << 8) | (classFile[7] & 0xff);
  }

  /** Returns what an advice calls; null where it does anything else. */
  @Nullable CallAdvice advice(String name) {
    Optional<CallAdvice> known = advices.get(name);
    if (known == null) {
      byte[] classFile = ClassFiles.readOwn(adviceLoader, name.replace('.', '/'));
      known = Optional.ofNullable(classFile == null ? null : CallAdviceReader.read(classFile));
      advices.put(name, known);
    }
    return known.orElse(null);
  }

  private final class Inliner extends ClassVisitor {
    private final ClassOutline outline;
    private final AdviceWeaving.Plan plan;

    Inliner(ClassVisitor next, ClassOutline outline, AdviceWeaving.Plan plan) {
      super(Opcodes.ASM9, next);
      this.outline = outline;
      this.plan = plan;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      List<AdviceWeaving.Step> steps = plan.stepsFor(name, descriptor);
      for (AdviceWeaving.Step step : steps) {
        next = new CallAround(next, outline.name, fitting(step), step);
      }
      return steps.isEmpty() ? next : new CleanReturns(outline.name, steps.get(0).method, next);
    }

    private CallAdvice fitting(AdviceWeaving.Step step) {
      CallAdvice advice = advice(step.advice);
      if (advice == null || !advice.fits(step.method)) {
        throw new UnsuitedCodeException("an advice that is more than calls");
      }
      return advice;
    }
  }
}
