package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class WeaverTest {
  private static final String POLITE = "dev/telemetry/weaving/Subjects$Polite";

  private final FakeJvm jvm = new FakeJvm();
  private final Weaving weaving =
      new Weaving(
          jvm.instrumentation(),
          WeaverTest.class.getClassLoader(),
          new Bus(),
          List.of(new Probe()));
  private final WeavingReport report = weaving.report();
  private final GivenClasses loader = new GivenClasses(WeaverTest.class.getClassLoader());
  private final byte[] polite = GivenClasses.classFile(Subjects.Polite.class);

  WeaverTest() {
    weaving.start();
  }

  @Test
  void target_isWoven() throws Exception {
    assertThat(jvm.transform(loader, POLITE, null, polite)).isNotNull();
    assertThat(report.isWoven(loader, POLITE.replace('/', '.'))).isTrue();
  }

  @Test
  void sameBytes_giveTheSameWovenBytes() throws Exception {
    byte[] first = jvm.transform(loader, POLITE, null, polite);

    assertThat(jvm.transform(loader, POLITE, null, polite)).isEqualTo(first);
  }

  @Test
  void weaving_loadsNoClassOfTheApplication() throws Exception {
    jvm.transform(loader, POLITE, null, polite);

    assertThat(loader.asked).isEmpty();
  }

  @Test
  void bootLoadersAndNamelessClasses_areNotLookedAt() throws Exception {
    assertThat(jvm.transform(null, POLITE, null, polite)).isNull();
    assertThat(jvm.transform(loader, null, null, polite)).isNull();
    assertThat(report.classesSeen()).isZero();
  }

  @Test
  void looks_areCounted() throws Exception {
    jvm.transform(loader, POLITE, null, polite);
    jvm.transform(loader, "java/lang/Object", null, GivenClasses.classFile(Greeter.class));

    assertThat(report.classesSeen()).isEqualTo(2);
    assertThat(report.nanosSpent()).isPositive();
  }

  @Test
  void truncatedClassFile_isReportedAndLeftAlone() throws Exception {
    byte[] half = Arrays.copyOf(polite, 60);

    assertThat(jvm.transform(loader, "com/acme/Half", null, half)).isNull();

    assertThat(report.failures()).isEqualTo(1);
    assertThat(report.skipped().toString()).contains("com.acme.Half: failed with ");
  }

  @Test
  void classFileThatEndsAnywhere_isLeftAlone() throws Exception {
    for (int length = 0; length < polite.length - 1; length++) {
      assertThat(jvm.transform(loader, POLITE, null, Arrays.copyOf(polite, length)))
          .as("%d bytes", length)
          .isNull();
    }
  }

  @Test
  void classFileWithWrongBytes_neverThrows() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      byte[] broken = polite.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      broken[random.nextInt(200)] = (byte) random.nextInt();
      jvm.transform(loader, POLITE, null, broken);
    }

    assertThat(report.classesSeen()).isEqualTo(5000);
    assertThat(report.failures()).isPositive();
  }

  @Test
  void classFileOfAJavaToCome_isReportedAndLeftAlone() throws Exception {
    byte[] future = polite.clone();
    future[7] = 99;

    assertThat(jvm.transform(loader, POLITE, null, future)).isNull();

    assertThat(report.skipped().toString()).contains("Unsupported class file major version 99");
  }

  @Test
  void methodThatWouldGrowTooLarge_leavesTheClassAloneAndSaysSo() throws Exception {
    assertThat(jvm.transform(loader, "Huge", null, huge())).isNull();

    assertThat(report.isWoven(loader, "Huge")).isFalse();
    assertThat(report.wovenByModule()).containsEntry("probe", 0);
    assertThat(report.skipped()).hasSize(1).first().asString().contains("Huge: failed with ");
  }

  @Test
  void staticMethodOfTheTargetsName_leavesTheClassAloneAndSaysSo() throws Exception {
    byte[] odd = greeter(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, 1);

    assertThat(jvm.transform(loader, "Huge", null, odd)).isNull();

    assertThat(report.failures()).isEqualTo(1);
  }

  @Test
  void wovenClassThatIsRedefinedWithoutTargets_countsNoMore() throws Exception {
    ClassLoader own = Subjects.Polite.class.getClassLoader();
    jvm.transform(own, Subjects.Polite.class, polite);

    byte[] now = jvm.transform(own, Subjects.Polite.class, bare(POLITE));

    assertThat(now).isNull();
    assertThat(report.isWoven(own, Subjects.Polite.class.getName())).isFalse();
    assertThat(report.wovenByModule()).containsEntry("probe", 0);
  }

  @Test
  void takenBack_looksAtNothing() throws Exception {
    Object weaver = jvm.transformers.get(0);
    weaving.takeBack();
    jvm.transformers.add((java.lang.instrument.ClassFileTransformer) weaver);

    assertThat(jvm.transform(loader, POLITE, null, polite)).isNull();
    assertThat(report.classesSeen()).isZero();
  }

  private static byte[] bare(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, name, null, "java/lang/Object", null);
    return writer.toByteArray();
  }

  private static byte[] huge() {
    return greeter(Opcodes.ACC_PUBLIC, 65_530);
  }

  private static byte[] greeter(int access, int size) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String[] interfaces = {Greeter.class.getName().replace('.', '/')};
    writer.visit(Opcodes.V1_8, 0, "Huge", null, "java/lang/Object", interfaces);
    MethodVisitor greet = writer.visitMethod(access, "greet", "(Ljava/lang/String;)V", null, null);
    greet.visitCode();
    for (int i = 1; i < size; i++) {
      greet.visitInsn(Opcodes.NOP);
    }
    greet.visitInsn(Opcodes.RETURN);
    greet.visitMaxs(0, 0);
    return writer.toByteArray();
  }
}
