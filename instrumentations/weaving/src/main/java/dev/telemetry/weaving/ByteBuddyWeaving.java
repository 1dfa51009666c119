package dev.telemetry.weaving;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.Implementation.Context.FrameGeneration;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Inlines advice by Byte Buddy's {@link Advice} straight over ASM: no type pool of the
 * application's classes, no added field or method, so that a class can be given back.
 */
final class ByteBuddyWeaving {
  private static final int LONGEST_WAIT_SECONDS = 5;

  private final ClassFileLocator adviceClasses;
  private final TypePool adviceTypes;
  private final ConcurrentMap<String, Advice> advices = new ConcurrentHashMap<>();
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * Weaves advice that a loader has as resources.
   *
   * @param adviceLoader the loader of the instrumentations
   */
  ByteBuddyWeaving(ClassLoader adviceLoader) {
    adviceClasses = ClassFileLocator.ForClassLoader.of(adviceLoader);
    adviceTypes = TypePool.Default.of(adviceClasses);
  }

  /**
   * Returns the class file with the plan carried out.
   *
   * <p>One class at a time: Byte Buddy's classes initialise each other, and two threads that did so
   * at once could wait for each other for ever. Nothing of the application is called in here.
   */
  byte[] weave(byte[] classFile, ClassOutline outline, AdviceWeaving.Plan plan) {
    boolean alone = waitForOthers();
    try {
      return inline(classFile, outline, plan);
    } finally {
      if (alone) {
        turn.unlock();
      }
    }
  }

  /** Not for ever: the caller may hold locks that a transformer of somebody else wants. */
  private boolean waitForOthers() {
    try {
      return turn.tryLock() || turn.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException applications) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private byte[] inline(byte[] classFile, ClassOutline outline, AdviceWeaving.Plan plan) {
    TypeDescription type = WovenMethod.named(outline.name.replace('/', '.'), outline.access);
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Inliner(writer, type, plan), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private Advice advice(String name) {
    Advice known = advices.get(name);
    if (known == null) {
      known = readAdvice(name);
      advices.put(name, known);
    }
    return known;
  }

  private Advice readAdvice(String name) {
    return Advice.withCustomMapping()
        .bind(new HookNumber())
        .to(adviceTypes.describe(name).resolve(), adviceClasses)
        .withExceptionHandler(ByteBuddyWeaving::reportFailure);
  }

  /** The stack holds what the advice has thrown; it goes to the dispatcher and no further. */
  private static StackManipulation reportFailure(
      MethodDescription instrumentedMethod, TypeDescription instrumentedType) {
    return new CallFailed();
  }

  /** Calls {@link Dispatcher#failed}. */
  private static final class CallFailed extends StackManipulation.AbstractBase {
    @Override
    public Size apply(MethodVisitor methodVisitor, Implementation.Context context) {
      methodVisitor.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(Dispatcher.class),
          "failed",
          "(Ljava/lang/Throwable;)V",
          false);
      return new Size(-1, 0);
    }
  }

  /** Binds {@link HookId} to the number of the method's hook. */
  private static final class HookNumber implements Advice.OffsetMapping.Factory<HookId> {
    @Override
    public Class<HookId> getAnnotationType() {
      return HookId.class;
    }

    @Override
    public Advice.OffsetMapping make(
        ParameterDescription.InDefinedShape target,
        AnnotationDescription.Loadable<HookId> annotation,
        AdviceType adviceType) {
      return (type, method, assigner, argumentHandler, sort) ->
          new Advice.OffsetMapping.Target.ForStackManipulation(
              IntegerConstant.forValue(((WovenMethod) method).hook()));
    }
  }

  private final class Inliner extends ClassVisitor {
    private final TypeDescription type;
    private final AdviceWeaving.Plan plan;
    private Implementation.@Nullable Context context;

    Inliner(ClassVisitor next, TypeDescription type, AdviceWeaving.Plan plan) {
      super(Opcodes.ASM9, next);
      this.type = type;
      this.plan = plan;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      super.visit(version, access, name, signature, superName, interfaces);
      context = contextOf(type, ClassFileVersion.ofMinorMajor(version));
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      for (AdviceWeaving.Step step : plan.stepsFor(name, descriptor)) {
        next =
            advice(step.advice)
                .wrap(
                    type,
                    new WovenMethod(type, step.method, step.hook),
                    next,
                    context,
                    adviceTypes,
                    0,
                    ClassReader.EXPAND_FRAMES);
      }
      return next;
    }
  }

  private static Implementation.Context contextOf(TypeDescription type, ClassFileVersion version) {
    return Implementation.Context.Disabled.Factory.INSTANCE.make(
        type,
        new AuxiliaryType.NamingStrategy.Enumerating("telemetry"),
        TypeInitializer.None.INSTANCE,
        version,
        version,
        version.isAtLeast(ClassFileVersion.JAVA_V6)
            ? FrameGeneration.GENERATE
            : FrameGeneration.DISABLED);
  }
}
