package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class HierarchyTest {
  private static final String OBJECT = "java/lang/Object";
  private static final String TARGET = "lib/Target";

  private final Hierarchy hierarchy = new Hierarchy();
  private final GivenClasses loader = new GivenClasses(null);

  @Test
  void targetItself_belongs() {
    assertThat(isSubtype(classFile(TARGET, OBJECT))).isTrue();
  }

  @Test
  void directSubtype_belongsWithoutAnyResource() {
    assertThat(isSubtype(classFile("Sub", TARGET))).isTrue();
    assertThat(isSubtype(classFile("Sub", OBJECT, TARGET))).isTrue();
  }

  @Test
  void distantSubtype_belongsByTheClassFilesBetween() {
    give("Base", "Base0");
    give("Base0", OBJECT, "Other", "Middle");
    give("Middle", OBJECT, TARGET);

    assertThat(isSubtype(classFile("Sub", "Base"))).isTrue();
  }

  @Test
  void stranger_doesNotBelong() {
    give("Base", OBJECT, "java/lang/Runnable");

    assertThat(isSubtype(classFile("Stranger", "Base"))).isFalse();
  }

  @Test
  void object_doesNotBelong() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, OBJECT, null, null, null);

    assertThat(isSubtype(writer.toByteArray())).isFalse();
  }

  @Test
  void missingSuperType_endsItsLineAndNoOther() {
    give("Known", OBJECT, TARGET);

    assertThat(isSubtype(classFile("Sub", "Missing"))).isFalse();
    assertThat(isSubtype(classFile("Sub", "Missing", "Known"))).isTrue();
  }

  @Test
  void superTypeThatIsNoClassFile_countsAsMissing() {
    loader.with("Base", new byte[] {1, 2, 3});

    assertThat(isSubtype(classFile("Sub", "Base"))).isFalse();
  }

  @Test
  void circle_ends() {
    give("Egg", "Hen");
    give("Hen", "Egg", "Hen");

    assertThat(isSubtype(classFile("Chick", "Hen"))).isFalse();
    assertThat(isSubtype(classFile("Hen", "Hen", "Hen"))).isFalse();
  }

  @Test
  void longLine_needsNoStack() {
    int length = 20_000;
    for (int i = 0; i < length; i++) {
      give("Type" + i, "Type" + (i + 1));
    }
    give("Type" + length, TARGET);

    assertThat(isSubtype(classFile("Sub", "Type0"))).isTrue();
  }

  @Test
  void superTypes_areReadOncePerLoader() {
    give("Base", OBJECT, TARGET);
    assertThat(isSubtype(classFile("Sub", "Base"))).isTrue();
    give("Base", OBJECT);

    assertThat(isSubtype(classFile("Sub", "Base"))).isTrue();
    assertThat(hierarchy.isSubtype(new GivenClasses(null), outline("Sub", "Base"), TARGET))
        .isFalse();
  }

  @Test
  void loaderThatThrows_knowsNothing() {
    ClassLoader failing =
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            throw new NoClassDefFoundError("closed");
          }
        };

    assertThat(hierarchy.isSubtype(failing, outline("Sub", "Base"), TARGET)).isFalse();
  }

  @Test
  void classes_areNeverLoaded() {
    give("Base", OBJECT, TARGET);

    assertThat(isSubtype(classFile("Sub", "Base"))).isTrue();

    assertThat(loader.asked).isEmpty();
  }

  private boolean isSubtype(byte[] classFile) {
    return hierarchy.isSubtype(loader, ClassOutline.of(classFile), TARGET);
  }

  private void give(String name, String superName, String... interfaces) {
    loader.with(name, classFile(name, superName, interfaces));
  }

  private static ClassOutline outline(String name, String superName) {
    return ClassOutline.of(classFile(name, superName));
  }

  private static byte[] classFile(String name, String superName, String... interfaces) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, name, null, superName, interfaces);
    return writer.toByteArray();
  }
}
