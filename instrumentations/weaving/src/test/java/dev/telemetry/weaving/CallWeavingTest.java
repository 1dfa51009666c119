package dev.telemetry.weaving;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class CallWeavingTest {
  private static final ClassLoader LOADER = CallWeavingTest.class.getClassLoader();
  private static final String[] ADVICE = {"Timed", "Arguments", "Result", "Before"};

  private final CallWeaving calls = new CallWeaving(LOADER);
  private final ByteBuddyWeaving byteBuddy = new ByteBuddyWeaving(LOADER);

  @AfterEach
  void empty() {
    Dispatcher.install(new Hook[0], failure -> {});
  }

  static Stream<Arguments> advicesAndMoods() {
    List<Arguments> all = new ArrayList<>();
    for (Told.Mood mood : Told.Mood.values()) {
      for (String advice : ADVICE) {
        all.add(Arguments.of(new String[] {advice}, mood));
      }
      all.add(Arguments.of(ADVICE, mood));
      all.add(Arguments.of(new String[] {"Result", "Timed", "Result"}, mood));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("advicesAndMoods")
  void everyShape_doesAndTellsWhatByteBuddysDoes(String[] advices, Told.Mood mood)
      throws Exception {
    for (int version : new int[] {51, 52, 61}) {
      byte[] classFile = ShapeClasses.shapes(version);
      AdviceWeaving.Plan plan = plan(classFile, advices);
      byte[] woven = calls.weave(classFile, ClassOutline.of(classFile), plan);
      byte[] model = byteBuddy.weave(classFile, ClassOutline.of(classFile), plan);

      assertThat(woven).isNotNull();
      assertThat(told(woven, mood)).isEqualTo(told(model, mood)).hasSizeGreaterThan(30);
    }
  }

  /** Every public method, with values and with nothing, and the lines that its hooks see. */
  private static List<String> told(byte[] classFile, Told.Mood mood) throws Exception {
    Class<?> type = ShapeClasses.define(classFile);
    List<String> told = new ArrayList<>();
    for (Method shape : ShapeClasses.methods()) {
      Method method = type.getMethod(shape.getName(), shape.getParameterTypes());
      for (Object[] arguments : both(ShapeClasses.samples(shape), shape)) {
        Told hook = new Told(mood);
        Dispatcher.install(new Hook[] {hook}, hook::failed);
        Object self = type.getConstructor().newInstance();
        told.add(shape.getName() + ": " + ShapeClasses.outcome(method, self, arguments));
        told.addAll(hook.told);
      }
    }
    return told;
  }

  private static List<Object[]> both(Object[] arguments, Method method) {
    Object[] without = arguments.clone();
    for (int i = 0; i < without.length; i++) {
      if (!method.getParameterTypes()[i].isPrimitive()) {
        without[i] = null;
      }
    }
    return Arrays.asList(arguments, without);
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 49, 50})
  void classFilesWithoutFrames_areLeftToByteBuddy(int version) {
    byte[] classFile = ShapeClasses.shapes(version);

    assertThat(calls.weave(classFile, ClassOutline.of(classFile), plan(classFile, "Timed")))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Computing",
        "Unsuppressed",
        "Skipping",
        "ReturningElse",
        "LateArgument",
        "LateSelf",
        "WritingResult",
        "OtherHook",
        "Unbound",
        "Twice",
        "GuardedByOther",
        "OnlyExit",
        "LosingToken",
        "Missing"
      })
  void adviceThatIsMoreThanCalls_isLeftToByteBuddy(String advice) {
    assertThat(calls.advice(RefusedAdvice.class.getName() + "$" + advice)).isNull();
  }

  @Test
  void adviceThatDoesNotFitTheMethod_isLeftToByteBuddy() {
    byte[] classFile = ShapeClasses.shapes(52);
    AdviceWeaving.Plan second = plan(classFile, "SecondText");

    assertThat(calls.weave(classFile, ClassOutline.of(classFile), second)).isNull();
  }

  @Test
  void constructors_areLeftToByteBuddy() {
    ClassOutline.Method constructor = new ClassOutline.Method(1, "<init>", "()V");
    CallAdvice timed = Objects.requireNonNull(calls.advice(ShapeAdvice.class.getName() + "$Timed"));

    assertThat(timed.fits(constructor)).isFalse();
  }

  @Test
  void returnWithMoreOnTheStack_isLeftToByteBuddy() throws Exception {
    byte[] classFile =
        subject(
            "(I)I",
            code -> {
              code.visitInsn(Opcodes.ICONST_3);
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitInsn(Opcodes.IRETURN);
            });

    assertThat(calls.weave(classFile, ClassOutline.of(classFile), plan(classFile, "Timed")))
        .isNull();
    assertThat(run(weave(classFile, "Timed"), 7)).isEqualTo("7");
  }

  @Test
  void variableThatReachesBeyondTheArguments_isLeftToByteBuddy() throws Exception {
    byte[] classFile =
        subject(
            "(I)I",
            code -> {
              code.visitInsn(Opcodes.LCONST_1);
              code.visitVarInsn(Opcodes.LSTORE, 1);
              code.visitVarInsn(Opcodes.LLOAD, 1);
              code.visitInsn(Opcodes.L2I);
              code.visitInsn(Opcodes.IRETURN);
            });

    assertThat(calls.weave(classFile, ClassOutline.of(classFile), plan(classFile, "Timed")))
        .isNull();
    assertThat(run(weave(classFile, "Timed"), 7)).isEqualTo("1");
  }

  @Test
  void argumentThatIsOverwrittenByAnotherType_isWoven() throws Exception {
    byte[] classFile =
        subject(
            "(I)I",
            code -> {
              code.visitLdcInsn("four");
              code.visitVarInsn(Opcodes.ASTORE, 1);
              code.visitInsn(Opcodes.ACONST_NULL);
              code.visitVarInsn(Opcodes.ASTORE, 0);
              code.visitVarInsn(Opcodes.ALOAD, 1);
              code.visitMethodInsn(
                  Opcodes.INVOKEVIRTUAL, "java/lang/String", "length", "()I", false);
              code.visitInsn(Opcodes.IRETURN);
            });

    byte[] woven = calls.weave(classFile, ClassOutline.of(classFile), plan(classFile, "Result"));

    assertThat(woven).isNotNull();
    assertThat(run(woven, 7)).isEqualTo("4");
  }

  private byte[] weave(byte[] classFile, String advice) {
    return new AdviceWeaving(LOADER)
        .weave(classFile, ClassOutline.of(classFile), plan(classFile, advice));
  }

  private static String run(byte[] classFile, int argument) throws Exception {
    Class<?> type = ShapeClasses.define(classFile);
    return ShapeClasses.outcome(
        type.getMethod("run", int.class), type.getConstructor().newInstance(), argument);
  }

  private static byte[] subject(String descriptor, Consumer<MethodVisitor> written) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "Subject", null, "java/lang/Object", null);
    MethodVisitor made = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitCode();
    made.visitVarInsn(Opcodes.ALOAD, 0);
    made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(Opcodes.RETURN);
    made.visitMaxs(0, 0);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", descriptor, null, null);
    run.visitCode();
    written.accept(run);
    run.visitMaxs(0, 0);
    return writer.toByteArray();
  }

  private static AdviceWeaving.Plan plan(byte[] classFile, String... advices) {
    ClassOutline outline = ClassOutline.of(classFile);
    return (name, descriptor) ->
        outline.methods.stream()
            .filter(method -> (method.name + method.descriptor).equals(name + descriptor))
            .filter(method -> !method.name.startsWith("<"))
            .flatMap(method -> Arrays.stream(advices).map(advice -> step(advice, method)))
            .collect(toList());
  }

  private static AdviceWeaving.Step step(String advice, ClassOutline.Method method) {
    return new AdviceWeaving.Step(ShapeAdvice.class.getName() + "$" + advice, method, 0);
  }

  /** A hook that writes down what it is told, where from, and behaves as it is told to. */
  private static final class Told extends Hook {
    final List<String> told = new ArrayList<>();
    private final Mood mood;

    enum Mood {
      SOUND,
      WITHOUT_TOKEN,
      FAILING_AT_START,
      FAILING_AT_END
    }

    Told(Mood mood) {
      this.mood = mood;
    }

    void failed(Throwable failure) {
      told.add("failed " + failure + line());
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      boolean isSelf = self != null && self.getClass().getName().endsWith("Shapes");
      told.add("enter " + isSelf + text(first) + text(second) + line());
      return begun() ? "token" : null;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      told.add("exit " + token + text(result) + thrown + typeOf(result));
      ended();
    }

    @Override
    public long begin() {
      told.add("begin" + line());
      return begun() ? 5_000_000_000L : 0;
    }

    @Override
    public void end(long start, @Nullable Throwable thrown) {
      told.add("end " + start + thrown);
      ended();
    }

    private boolean begun() {
      if (mood == Mood.FAILING_AT_START) {
        throw new IllegalStateException("start");
      }
      return mood != Mood.WITHOUT_TOKEN;
    }

    private void ended() {
      if (mood == Mood.FAILING_AT_END) {
        throw new StackOverflowError("end");
      }
    }

    private static String text(@Nullable Object value) {
      return " " + Arrays.deepToString(new Object[] {value}).replaceAll("@[0-9a-f]+", "");
    }

    private static String typeOf(@Nullable Object value) {
      return value == null ? "" : " " + value.getClass().getName();
    }

    /** The woven line that is at work. */
    private static String line() {
      return Arrays.stream(new Throwable().getStackTrace())
          .filter(frame -> frame.getClassName().equals(Shapes.class.getName()))
          .map(frame -> " at " + frame.getLineNumber())
          .findFirst()
          .orElse("");
    }
  }
}
