package dev.telemetry.weaving;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.MethodSite;
import java.lang.reflect.Modifier;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassOutlineTest {
  private static final String TIMED = "example.Timed";

  @Test
  void names_areThoseOfTheClassFile() {
    ClassOutline outline = ClassOutline.of(GivenClasses.classFile(Subjects.Polite.class));

    assertThat(outline.name).isEqualTo("dev/telemetry/weaving/Subjects$Polite");
    assertThat(outline.superName).isEqualTo("dev/telemetry/weaving/Subjects$Base");
    assertThat(outline.interfaces).containsExactly("java/lang/Runnable");
    assertThat(outline.isInterface()).isFalse();
  }

  @Test
  void interfaces_areTold() {
    ClassOutline outline = ClassOutline.of(GivenClasses.classFile(Greeter.class));

    assertThat(outline.isInterface()).isTrue();
    assertThat(outline.methods.get(0).hasBody()).isFalse();
  }

  @Test
  void methods_areAllThatAreDeclared() {
    ClassOutline outline = ClassOutline.of(GivenClasses.classFile(Subjects.Stranger.class));

    assertThat(outline.methods.stream().map(method -> method.name + method.descriptor))
        .containsExactly("<init>()V", "run()V", "greet(Ljava/lang/String;)V");
  }

  @Test
  void declares_comparesNameAndDescriptor() {
    ClassOutline outline = ClassOutline.of(GivenClasses.classFile(Subjects.Stranger.class));

    assertThat(outline.declares("run", "()V")).isTrue();
    assertThat(outline.declares("run", "()I")).isFalse();
    assertThat(outline.declares("toString", "()Ljava/lang/String;")).isFalse();
  }

  @Test
  void site_knowsWhatAnnotatesIt() {
    ClassOutline outline = ClassOutline.of(annotated());

    MethodSite site = outline.methods.get(0).site(outline);

    assertThat(site.className()).isEqualTo("example.Shop");
    assertThat(site.method() + site.descriptor()).isEqualTo("sell(IJ)V");
    assertThat(site.access()).isEqualTo(Modifier.PUBLIC);
    assertThat(site.typeAnnotations()).containsOnlyKeys("example.Whole");
    assertThat(site.annotations())
        .containsOnly(Map.entry(TIMED, Map.of("value", "sales", "limit", 3)));
  }

  @Test
  void site_knowsWhatAnnotatesItsParameters() {
    ClassOutline outline = ClassOutline.of(annotated());

    assertThat(outline.methods.get(0).site(outline).parameters())
        .containsExactly(Map.of(), Map.of("example.Tag", Map.of("value", "kind")));
  }

  @Test
  void garbage_isRefused() {
    assertThatThrownBy(() -> ClassOutline.of(new byte[] {1, 2, 3}))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void moduleDescriptor_hasNoMethods() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V9, Opcodes.ACC_MODULE, "module-info", null, null, null);
    writer.visitModule("library", 0, null).visitEnd();

    ClassOutline outline = ClassOutline.of(writer.toByteArray());

    assertThat(outline.methods.stream().collect(toList())).isEmpty();
    assertThat(outline.superName).isNull();
  }

  private static byte[] annotated() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, "example/Shop", null, "java/lang/Object", null);
    writer.visitAnnotation("Lexample/Whole;", true);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "sell", "(IJ)V", null, null);
    AnnotationVisitor timed = method.visitAnnotation("Lexample/Timed;", true);
    timed.visit("value", "sales");
    timed.visit("limit", 3);
    timed.visitEnum("unit", "Lexample/Unit;", "SECOND");
    timed.visitArray("names").visit(null, "ignored");
    method.visitParameterAnnotation(1, "Lexample/Tag;", true).visit("value", "kind");
    return writer.toByteArray();
  }
}
