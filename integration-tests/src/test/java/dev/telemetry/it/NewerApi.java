package dev.telemetry.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The API as it may be one day: with a method that today's does not have. */
final class NewerApi {
  private static final String TELEMETRY = "dev/telemetry/Telemetry.class";

  private NewerApi() {}

  /** A jar of it: {@code Telemetry.addedLater()} returns {@code yes}. */
  static Path jar() {
    Path classes = Programs.unpack(Artifacts.api());
    try {
      byte[] today = Files.readAllBytes(classes.resolve(TELEMETRY));
      Files.write(classes.resolve(TELEMETRY), withOneMore(today));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Path jar = ForkedJvm.workingFolder().resolve("telemetry-api-99.jar");
    return Programs.pack(jar, new Manifest(), Map.of("dev/", classes.resolve("dev")));
  }

  private static byte[] withOneMore(byte[] today) {
    ClassReader reader = new ClassReader(today);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(writer, 0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor method =
        writer.visitMethod(access, "addedLater", "()Ljava/lang/String;", null, null);
    method.visitCode();
    method.visitLdcInsn("yes");
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
