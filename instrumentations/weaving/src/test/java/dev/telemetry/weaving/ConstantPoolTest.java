package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class ConstantPoolTest {
  private static final int UTF8 = 1;
  private static final List<String> WORDS =
      List.of(
          "toString",
          "()Ljava/lang/String;",
          "execute",
          "(Ljava/lang/String;)Z",
          "run",
          "()V",
          "Ljava/lang/Deprecated;",
          "",
          "a",
          "module-info",
          "\u00e9t\u00e9",
          "x".repeat(300));

  private final ConstantPool pool = new ConstantPool(WORDS);

  @Test
  void find_agreesWithAsmOnTheClassesOfTheJdk() throws IOException {
    FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));

    int classes = 0;
    for (String module : List.of("java.sql", "java.logging", "java.xml", "java.net.http")) {
      classes += compareAll(jdk.getPath("modules", module));
    }

    assertThat(classes).isGreaterThan(1000);
  }

  @ParameterizedTest
  @MethodSource("jars")
  void find_agreesWithAsmOnTheClassesOfAJar(Class<?> inside) throws Exception {
    Path jar = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      assertThat(compareAll(files.getPath("/"))).isPositive();
    }
  }

  /** Class files of versions 49 to 69, module descriptors among them. */
  static Stream<Class<?>> jars() {
    return Stream.of(ClassReader.class, Advice.class, Test.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, 46, 47, 48, 49, 50, 51, 52, 53, 55, 61, 65, 69, 70, 71})
  void find_readsEveryVersion(int version) {
    assertThat(found(classFile(version, "execute", "(Ljava/lang/String;)Z")))
        .contains("execute", "(Ljava/lang/String;)Z")
        .doesNotContain("run");
  }

  @Test
  void find_readsBeyondEveryKindOfConstant() {
    assertThat(found(everyKindOfConstant())).contains("a", "x".repeat(300), "run");
  }

  @Test
  void find_readsBeyondAModulesConstants() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V9, Opcodes.ACC_MODULE, "module-info", null, null, null);
    writer.visitModule("library", 0, null).visitExport("library/api", 0, "other.module");
    writer.newUTF8("execute");

    assertThat(found(writer.toByteArray())).containsExactlyInAnyOrder("module-info", "execute");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00e4ndern", "a\u0000b", "\ud83d\ude00"})
  void find_knowsHowAClassFileWritesUnusualNames(String name) {
    ConstantPool unusual = new ConstantPool(List.of("other", name));

    assertThat(unusual.find(classFile(52, name, "()V")).has(1)).isTrue();
  }

  @Test
  void find_tellsMoreThan64WordsApart() {
    String[] names = new String[200];
    for (int i = 0; i < names.length; i++) {
      names[i] = "method" + i;
    }
    FoundWords found = new ConstantPool(List.of(names)).find(classFile(52, "method150", "()V"));

    for (int i = 0; i < names.length; i++) {
      assertThat(found.has(i)).as(names[i]).isEqualTo(i == 150);
    }
  }

  @Test
  void find_endsOnEveryTruncatedClassFile() {
    byte[] whole = everyKindOfConstant();
    for (int length = 0; length < whole.length; length++) {
      endsOn(java.util.Arrays.copyOf(whole, length));
    }
  }

  @Test
  void find_endsOnGarbage() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] garbage = new byte[random.nextInt(400)];
      random.nextBytes(garbage);
      endsOn(garbage);
    }
  }

  /** Returning or refusing are both right; anything else, and not to end, is not. */
  private void endsOn(byte[] bytes) {
    try {
      assertThat(pool.find(bytes).has(0)).isIn(true, false);
    } catch (IndexOutOfBoundsException refused) {
      assertThat(bytes).isNotNull();
    }
  }

  private int compareAll(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".class")).mapToInt(this::compare).sum();
    }
  }

  private int compare(Path file) {
    try {
      byte[] classFile = Files.readAllBytes(file);
      assertThat(found(classFile)).as(file.toString()).isEqualTo(byAsm(classFile));
      return 1;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Set<String> found(byte[] classFile) {
    FoundWords found = pool.find(classFile);
    Set<String> words = new HashSet<>();
    for (int i = 0; i < WORDS.size(); i++) {
      if (found.has(i)) {
        words.add(WORDS.get(i));
      }
    }
    return words;
  }

  private static Set<String> byAsm(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    Set<String> words = new HashSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && classFile[at - 1] == UTF8) {
        words.add(utf8(classFile, at));
      }
    }
    words.retainAll(WORDS);
    return words;
  }

  private static String utf8(byte[] classFile, int at) {
    int length = ((classFile[at] & 0xff) << 8) | (classFile[at + 1] & 0xff);
    return new String(classFile, at + 2, length, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] classFile(int version, String method, String descriptor) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_ABSTRACT, "Subject", null, "java/lang/Object", null);
    writer.visitMethod(Opcodes.ACC_ABSTRACT, method, descriptor, null, null);
    return writer.toByteArray();
  }

  private static byte[] everyKindOfConstant() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V11, 0, "Subject", null, "java/lang/Object", null);
    Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, "B", "b", "()V", false);
    Object[] constants = {
      1L,
      2.5,
      3,
      4.5f,
      "text",
      Type.getType("LOther;"),
      Type.getMethodType("(J)D"),
      bootstrap,
      new ConstantDynamic("c", "I", bootstrap),
      5L,
      6.5
    };
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "b", "()V", null, null);
    for (Object constant : constants) {
      method.visitLdcInsn(constant);
    }
    method.visitInvokeDynamicInsn("d", "()V", bootstrap);
    method.visitFieldInsn(Opcodes.GETSTATIC, "Owner", "field", "J");
    method.visitMethodInsn(Opcodes.INVOKESTATIC, "Owner", "call", "()V", true);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    writer.newUTF8("a");
    writer.newUTF8("x".repeat(300));
    writer.newUTF8("run");
    return writer.toByteArray();
  }
}
