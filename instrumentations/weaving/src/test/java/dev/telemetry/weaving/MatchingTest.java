package dev.telemetry.weaving;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class MatchingTest {
  private static final int PUBLIC = Opcodes.ACC_PUBLIC;
  private static final int COMPILERS = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;
  private static final String MARKED = "L" + Marked.class.getName().replace('.', '/') + ";";
  private static final SiteAdvice ADVICE = new SiteAdvice("Advice", new Hook() {});

  private final ClassWriter type = new ClassWriter(0);

  MatchingTest() {
    type.visit(Opcodes.V1_8, PUBLIC, "Subject", null, "java/lang/Object", null);
  }

  @Test
  void typesTarget_meansTheMethodOfItsNameAndDescriptor() {
    method(PUBLIC, "greet", "()V");
    method(PUBLIC, "greet", "(I)V");
    method(PUBLIC, "part", "()V");

    assertThat(ofType("greet()V")).containsExactly("greet()V");
  }

  @Test
  void typesTarget_meansTheBridgeThatBearsItsDescriptor() {
    method(PUBLIC, "make", "()Ljava/lang/String;");
    method(PUBLIC | COMPILERS, "make", "()Ljava/lang/Object;");

    assertThat(ofType("make()Ljava/lang/Object;")).containsExactly("make()Ljava/lang/Object;");
  }

  @Test
  void typesTarget_needsABody() {
    method(PUBLIC | Opcodes.ACC_ABSTRACT, "greet", "()V");
    method(PUBLIC | Opcodes.ACC_NATIVE, "part", "()V");

    assertThat(ofType("greet()V")).isEmpty();
    assertThat(ofType("part()V")).isEmpty();
  }

  @Test
  void typesTarget_meansAnInterfacesDefaultMethod() {
    ClassWriter greeter = new ClassWriter(0);
    int access = PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    greeter.visit(Opcodes.V1_8, access, "Subject", null, "java/lang/Object", null);
    greeter.visitMethod(PUBLIC, "greet", "()V", null, null);

    assertThat(Matching.methods(ClassOutline.of(greeter.toByteArray()), typesTarget("greet()V")))
        .hasSize(1);
  }

  @Test
  void annotation_meansWhatBearsIt() {
    marked(PUBLIC, "greet", "()V");
    marked(Opcodes.ACC_PRIVATE, "hidden", "()V");
    marked(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "fixed", "()V");
    method(PUBLIC, "part", "()V");

    assertThat(annotated()).containsExactly("greet()V", "hidden()V", "fixed()V");
  }

  @Test
  void annotation_doesNotMeanWhatTheCompilerMade() {
    marked(PUBLIC | Opcodes.ACC_SYNTHETIC, "lambda$greet$0", "()V");
    marked(PUBLIC | COMPILERS, "make", "()Ljava/lang/Object;");

    assertThat(annotated()).isEmpty();
  }

  @Test
  void annotation_doesNotMeanConstructorsNorInitialisers() {
    marked(PUBLIC, "<init>", "()V");
    marked(Opcodes.ACC_STATIC, "<clinit>", "()V");

    assertThat(annotated()).isEmpty();
  }

  @Test
  void annotation_needsABody() {
    marked(PUBLIC | Opcodes.ACC_ABSTRACT, "greet", "()V");
    marked(PUBLIC | Opcodes.ACC_NATIVE, "part", "()V");

    assertThat(annotated()).isEmpty();
  }

  @Test
  void annotationOnTheType_meansWhatOthersCanCall() {
    type.visitAnnotation(MARKED, true);
    method(PUBLIC, "<init>", "()V");
    method(PUBLIC, "greet", "()V");
    method(0, "near", "()V");
    method(Opcodes.ACC_STATIC, "fixed", "()V");
    method(Opcodes.ACC_PRIVATE, "hidden", "()V");
    method(Opcodes.ACC_ABSTRACT, "missing", "()V");

    assertThat(annotated()).containsExactly("greet()V", "near()V", "fixed()V");
  }

  @Test
  void annotationOnTheType_keepsThePrivateMethodThatBearsItToo() {
    type.visitAnnotation(MARKED, true);
    marked(Opcodes.ACC_PRIVATE, "hidden", "()V");

    assertThat(annotated()).containsExactly("hidden()V");
  }

  private MethodVisitor method(int access, String name, String descriptor) {
    return type.visitMethod(access, name, descriptor, null, null);
  }

  private void marked(int access, String name, String descriptor) {
    method(access, name, descriptor).visitAnnotation(MARKED, true);
  }

  private List<String> ofType(String method) {
    return select(typesTarget(method));
  }

  private static Target typesTarget(String method) {
    return Target.variant("probe", WeavePoint.subtypesOf("Greeter", method, ADVICE), 0);
  }

  private List<String> annotated() {
    return select(
        Target.annotated("probe", WeavePoint.annotated(Marked.class.getName(), site -> ADVICE)));
  }

  private List<String> select(Target target) {
    return Matching.methods(ClassOutline.of(type.toByteArray()), target).stream()
        .map(method -> method.name + method.descriptor)
        .collect(toList());
  }
}
