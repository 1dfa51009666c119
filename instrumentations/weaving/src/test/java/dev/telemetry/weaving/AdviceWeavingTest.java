package dev.telemetry.weaving;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

class AdviceWeavingTest {
  private static final String[] ADVICE = {"Timed", "Arguments", "Result", "Before"};

  private final AdviceWeaving weaving = new AdviceWeaving(AdviceWeavingTest.class.getClassLoader());
  private final Counting hook = new Counting();

  AdviceWeavingTest() {
    Dispatcher.install(new Hook[] {hook}, hook.failures::add);
  }

  @AfterEach
  void empty() {
    Dispatcher.install(new Hook[0], failure -> {});
  }

  static Stream<Arguments> versionsAndAdvice() {
    List<Arguments> all = new ArrayList<>();
    for (int version : new int[] {48, 49, 50, 51, 52, 61, 70}) {
      for (String advice : ADVICE) {
        all.add(Arguments.of(version, advice));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("versionsAndAdvice")
  void everyShape_isWovenSoundly(int version, String advice) {
    StringWriter faults = new StringWriter();

    CheckClassAdapter.verify(
        new ClassReader(weave(ShapeClasses.shapes(version), advice)),
        AdviceWeavingTest.class.getClassLoader(),
        false,
        new PrintWriter(faults));

    assertThat(faults.toString()).isEmpty();
  }

  /** The JVM verifies what a loader of ours defines, and 61 is what the tests run on at least. */
  static Stream<Arguments> loadableVersionsAndAdvice() {
    return versionsAndAdvice().filter(arguments -> (int) arguments.get()[0] <= 61);
  }

  @ParameterizedTest
  @MethodSource("loadableVersionsAndAdvice")
  void everyShape_doesTheSameAsBefore(int version, String advice) throws Exception {
    Class<?> woven = ShapeClasses.define(weave(ShapeClasses.shapes(version), advice));
    for (Method method : ShapeClasses.methods()) {
      Object[] arguments = ShapeClasses.samples(method);
      int before = hook.entered;

      String expected = ShapeClasses.outcome(method, new Shapes(), arguments);
      Object self = woven.getConstructor().newInstance();
      Method same = woven.getMethod(method.getName(), method.getParameterTypes());
      String actual = ShapeClasses.outcome(same, self, arguments);

      assertThat(actual).as(method.toString()).isEqualTo(expected);
      assertThat(hook.entered).as(method.toString()).isGreaterThan(before);
    }
    assertThat(hook.left).isEqualTo(advice.equals("Before") ? 0 : hook.entered);
    assertThat(hook.failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 50, 52, 61})
  void allAdvicesOnOneMethod_areCarriedOut(int version) throws Exception {
    Class<?> woven = ShapeClasses.define(weave(ShapeClasses.shapes(version), ADVICE));
    Method guarded = woven.getMethod("guarded", String.class, int.class);

    String outcome = ShapeClasses.outcome(guarded, woven.getConstructor().newInstance(), "12", 5);

    assertThat(outcome).isEqualTo("12");
    assertThat(hook.entered).isEqualTo(4);
    assertThat(hook.left).isEqualTo(3);
    assertThat(hook.failures).isEmpty();
  }

  @Test
  void result_isHandedOverBoxed() throws Exception {
    Class<?> woven = ShapeClasses.define(weave(ShapeClasses.shapes(52), "Result"));

    ShapeClasses.outcome(woven.getMethod("fixed", long.class, int.class), null, 6L, 7);

    assertThat(hook.results).containsExactly(42L);
  }

  @Test
  void arguments_areHandedOverBoxed() throws Exception {
    Object self =
        ShapeClasses.define(weave(ShapeClasses.shapes(52), "Arguments"))
            .getConstructor()
            .newInstance();

    ShapeClasses.outcome(
        self.getClass().getMethod("wide", long.class, long.class, String.class), self, 3L, 2L, "x");

    assertThat((Object[]) hook.arguments.get(0)).containsExactly(3L, 2L, "x");
  }

  @Test
  void subroutinesOfOldCompilers_stayWhatTheyAre() throws Exception {
    Class<?> woven = ShapeClasses.define(weave(withSubroutine(), "Result"));

    String outcome =
        ShapeClasses.outcome(woven.getMethod("run"), woven.getConstructor().newInstance());

    assertThat(outcome).isEqualTo("3");
    assertThat(hook.results).containsExactly(3);
  }

  @Test
  void methodsThatAreNotPlanned_keepTheirBytes() {
    byte[] classFile = ShapeClasses.shapes(61);
    AdviceWeaving.Plan none = (name, descriptor) -> Collections.emptyList();

    assertThat(weaving.weave(classFile, ClassOutline.of(classFile), none)).isEqualTo(classFile);
  }

  @Test
  void methodThatWouldGrowTooLarge_isRefused() {
    byte[] huge = withMethodOf(65_530);

    assertThatThrownBy(() -> weave(huge, "Timed")).isInstanceOf(MethodTooLargeException.class);
  }

  @Test
  void longMethod_isWovenAsLongAsItFits() throws Exception {
    Class<?> woven = ShapeClasses.define(weave(withMethodOf(60_000), "Timed"));

    assertThat(ShapeClasses.outcome(woven.getMethod("run"), woven.getConstructor().newInstance()))
        .isEqualTo("60000");
    assertThat(hook.left).isEqualTo(1);
  }

  private byte[] weave(byte[] classFile, String... advices) {
    ClassOutline outline = ClassOutline.of(classFile);
    return weaving.weave(
        classFile,
        outline,
        (name, descriptor) ->
            outline.methods.stream()
                .filter(method -> (method.name + method.descriptor).equals(name + descriptor))
                .filter(method -> !method.name.startsWith("<"))
                .flatMap(method -> Arrays.stream(advices).map(advice -> step(advice, method)))
                .collect(toList()));
  }

  private static AdviceWeaving.Step step(String advice, ClassOutline.Method method) {
    return new AdviceWeaving.Step(ShapeAdvice.class.getName() + "$" + advice, method, 0);
  }

  private static byte[] withSubroutine() {
    ClassWriter writer = newClass(Opcodes.V1_4);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()I", null, null);
    Label subroutine = new Label();
    run.visitCode();
    run.visitInsn(Opcodes.ICONST_2);
    run.visitVarInsn(Opcodes.ISTORE, 1);
    run.visitJumpInsn(Opcodes.JSR, subroutine);
    run.visitVarInsn(Opcodes.ILOAD, 1);
    run.visitInsn(Opcodes.IRETURN);
    run.visitLabel(subroutine);
    run.visitVarInsn(Opcodes.ASTORE, 2);
    run.visitIincInsn(1, 1);
    run.visitVarInsn(Opcodes.RET, 2);
    run.visitMaxs(0, 0);
    return writer.toByteArray();
  }

  private static byte[] withMethodOf(int size) {
    ClassWriter writer = newClass(Opcodes.V1_8);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()I", null, null);
    run.visitCode();
    for (int i = 0; i < size - 10; i++) {
      run.visitInsn(Opcodes.NOP);
    }
    run.visitLdcInsn(size);
    run.visitInsn(Opcodes.IRETURN);
    run.visitMaxs(0, 0);
    return writer.toByteArray();
  }

  private static ClassWriter newClass(int version) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(version, Opcodes.ACC_PUBLIC, "Subject", null, "java/lang/Object", null);
    MethodVisitor made = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitCode();
    made.visitVarInsn(Opcodes.ALOAD, 0);
    made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(Opcodes.RETURN);
    made.visitMaxs(0, 0);
    return writer;
  }

  private static final class Counting extends Hook {
    final List<Throwable> failures = new ArrayList<>();
    final List<Object> results = new ArrayList<>();
    final List<Object> arguments = new ArrayList<>();
    int entered;
    int left;

    @Override
    public Object enter(@Nullable Object self, @Nullable Object first, @Nullable Object second) {
      entered++;
      arguments.add(first);
      return this;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      left++;
      results.add(result);
    }

    @Override
    public long begin() {
      entered++;
      return 1;
    }

    @Override
    public void end(long start, @Nullable Throwable thrown) {
      left++;
    }
  }
}
