package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class TargetIndexTest {
  private static final SiteAdvice ADVICE = new SiteAdvice("Advice", new Hook() {});

  private final Target greet = target("greet(Ljava/lang/String;)V");
  private final Target part = target("part(Ljava/lang/String;)V");
  private final Target marked =
      Target.annotated("probe", WeavePoint.annotated(Marked.class.getName(), site -> ADVICE));
  private final TargetIndex index = new TargetIndex(List.of(greet, part, marked));

  @Test
  void candidates_haveNameAndDescriptor() {
    assertThat(index.candidates(classWith("greet", "(Ljava/lang/String;)V")))
        .containsExactly(greet);
  }

  @Test
  void candidates_areNoneWhereTheDescriptorIsAnother() {
    assertThat(index.candidates(classWith("greet", "()V"))).isNull();
  }

  @Test
  void candidates_areNoneWhereTheNameIsAnother() {
    assertThat(index.candidates(classWith("leave", "(Ljava/lang/String;)V"))).isNull();
  }

  @Test
  void candidates_areNoneWhereTheMethodIsOnlyCalled() {
    ClassWriter writer = writer();
    writer.newMethod("Other", "greet", "(Ljava/lang/String;)V", false);
    writer.visitMethod(Opcodes.ACC_ABSTRACT, "greet", "()V", null, null);
    writer.visitMethod(Opcodes.ACC_ABSTRACT, "leave", "(Ljava/lang/String;)V", null, null);

    assertThat(index.candidates(writer.toByteArray())).isNull();
  }

  @Test
  void candidates_areThereAlsoWhereAWordHasTwoEntries() {
    ClassWriter writer = writer();
    writer.visitMethod(Opcodes.ACC_ABSTRACT, "greet", "(Ljava/lang/String;)V", null, null);
    writer.newUTF8("grexx");
    byte[] classFile = writer.toByteArray();
    rename(classFile, "grexx", "greet");

    assertThat(index.candidates(classFile)).containsExactly(greet);
  }

  private static void rename(byte[] classFile, String from, String to) {
    int at = new String(classFile, StandardCharsets.ISO_8859_1).indexOf(from);
    byte[] name = to.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(name, 0, classFile, at, name.length);
  }

  @Test
  void candidates_bearTheAnnotation() {
    assertThat(index.candidates(GivenClasses.classFile(Subjects.Annotated.class)))
        .containsExactly(marked);
  }

  @Test
  void candidates_areAllThatMayBeMeant() {
    assertThat(
            index.candidates(
                classWith("greet", "(Ljava/lang/String;)V", "part", "(Ljava/lang/String;)V")))
        .containsExactly(greet, part);
  }

  @Test
  void candidates_areNoneWithoutTargets() {
    assertThat(new TargetIndex(List.of()).candidates(classWith("greet", "()V"))).isNull();
  }

  @Test
  void classesOfTheJdk_areTargetsByTheirNamesAlone() {
    WeavePoint point = WeavePoint.inJdk("java.util.Timer", "cancel()V", ADVICE);
    Target cancel = Target.variant("probe", point, 0);
    TargetIndex ofJdk = new TargetIndex(List.of(cancel));

    assertThat(ofJdk.isInJdk("java/util/Timer")).isTrue();
    assertThat(ofJdk.inJdk("java/util/Timer")).containsExactly(cancel);
    assertThat(ofJdk.isInJdk("java/util/TimerTask")).isFalse();
    assertThat(ofJdk.inJdk("java/util/TimerTask")).isEmpty();
    assertThat(ofJdk.candidates(classWith("cancel", "()V"))).isNull();
  }

  private static Target target(String method) {
    return Target.variant(
        "probe", WeavePoint.subtypesOf(Greeter.class.getName(), method, ADVICE), 0);
  }

  /** A class that declares methods, told by names and descriptors by turns. */
  private static byte[] classWith(String... methods) {
    ClassWriter writer = writer();
    for (int i = 0; i < methods.length; i += 2) {
      writer.visitMethod(Opcodes.ACC_ABSTRACT, methods[i], methods[i + 1], null, null);
    }
    return writer.toByteArray();
  }

  private static ClassWriter writer() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_ABSTRACT, "Subject", null, "java/lang/Object", null);
    return writer;
  }
}
