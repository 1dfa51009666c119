package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The shipped jar with one instrumentation more, laid out as the jar's own are. */
final class AgentWithBadAdvice {
  private static final String SERVICE =
      "/agent/META-INF/services/dev.telemetry.instrumentation.InstrumentationModule";

  private AgentWithBadAdvice() {}

  /** A jar of it. */
  static Path jar() {
    Path[] libraries = {Artifacts.spi(), Artifacts.api(), Artifacts.library("byte-buddy-dep")};
    Path classes = Programs.classes("8", List.of("badadvice"), libraries);
    Path jar = ForkedJvm.workingFolder().resolve("telemetry-agent.jar");
    Trees.copy(Artifacts.agent(), jar);
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      for (Path file : Trees.files(classes)) {
        String name = classes.relativize(file).toString().replace(".class", ".classdata");
        Path place = zip.getPath("/agent", name);
        Files.createDirectories(place.getParent());
        Files.write(place, renamed(Files.readAllBytes(file)));
      }
      Files.writeString(
          zip.getPath(SERVICE), "\nexample.badadvice.BadModule\n", StandardOpenOption.APPEND);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] renamed(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(writer, new DispatcherInJavaLang()), 0);
    return writer.toByteArray();
  }

  /** The shipped jar has the dispatcher's classes in {@code java.lang}. */
  private static final class DispatcherInJavaLang extends Remapper {
    private static final String DISPATCH = "dev/telemetry/dispatch/";

    DispatcherInJavaLang() {
      super(org.objectweb.asm.Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      return name.startsWith(DISPATCH)
          ? "java/lang/Telemetry" + name.substring(DISPATCH.length())
          : name;
    }
  }
}
