package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class RenamingTest {
  private final Renaming toJavax =
      Renaming.between("jakarta.servlet.Servlet", "javax.servlet.Servlet");

  @Test
  void descriptor_isThatOfTheVariant() {
    assertThat(toJavax.descriptor("(Ljakarta/servlet/ServletRequest;[[Ljakarta/servlet/A;J)V"))
        .isEqualTo("(Ljavax/servlet/ServletRequest;[[Ljavax/servlet/A;J)V");
  }

  @Test
  void descriptor_keepsWhatIsNotTheLibrarys() {
    assertThat(toJavax.descriptor("(Ljava/lang/String;Lmy/jakarta/Type;)I"))
        .isEqualTo("(Ljava/lang/String;Lmy/jakarta/Type;)I");
  }

  @Test
  void descriptor_ofAnAnnotationsTargetStaysEmpty() {
    assertThat(toJavax.descriptor("")).isEmpty();
  }

  @Test
  void between_findsTheRootThatDiffers() {
    assertThat(toJavax.map("jakarta/servlet/http/Cookie")).isEqualTo("javax/servlet/http/Cookie");
  }

  @Test
  void between_comparesWholeSegments() {
    Renaming renaming = Renaming.between("old.lib.Type", "bold.lib.Type");

    assertThat(renaming.map("old/lib/Other")).isEqualTo("bold/lib/Other");
  }

  @Test
  void between_knowsAShadedCopy() {
    Renaming renaming = Renaming.between("lib.Type", "shaded.lib.Type");

    assertThat(renaming.map("lib/Type")).isEqualTo("shaded/lib/Type");
  }

  @Test
  void between_sameNamesChangesNothing() {
    Renaming same = Renaming.between("lib.Type", "lib.Type");
    byte[] classFile = GivenClasses.classFile(Greeter.class);

    assertThat(same.map("lib/Type")).isEqualTo("lib/Type");
    assertThat(same.descriptor("(Llib/Type;)V")).isEqualTo("(Llib/Type;)V");
    assertThat(same.bytes(classFile)).isSameAs(classFile);
  }

  @Test
  void bytes_renamesSuperTypesAndMethods() {
    ClassWriter writer = new ClassWriter(0);
    String[] interfaces = {"jakarta/servlet/Servlet"};
    int access = Opcodes.ACC_ABSTRACT;
    writer.visit(Opcodes.V1_8, access, "app/Own", null, "jakarta/servlet/Generic", interfaces);
    writer.visitMethod(access, "service", "(Ljakarta/servlet/ServletRequest;)V", null, null);

    ClassOutline renamed = ClassOutline.of(toJavax.bytes(writer.toByteArray()));

    assertThat(renamed.name).isEqualTo("app/Own");
    assertThat(renamed.superName).isEqualTo("javax/servlet/Generic");
    assertThat(renamed.interfaces).containsExactly("javax/servlet/Servlet");
    assertThat(renamed.declares("service", "(Ljavax/servlet/ServletRequest;)V")).isTrue();
  }
}
