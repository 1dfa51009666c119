package dev.telemetry.agent.boot;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The same where the jar is run as a program: nobody has put the dispatcher into the boot loader
 * then, and no other loader may define {@code java.lang}. So its classes, and whoever mentions
 * them, get another package, of a name as long, which leaves class files in order.
 */
final class CommandClassLoader extends AgentClassLoader {
  private static final String DISPATCHER = "java/lang/Telemetry";
  private static final String HERE = "none/lang/Telemetry";
  private static final byte[] FROM = DISPATCHER.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TO = HERE.getBytes(StandardCharsets.US_ASCII);

  static {
    registerAsParallelCapable();
  }

  /**
   * Opens the agent's jar and keeps it open.
   *
   * @throws IOException where it can't be read
   */
  CommandClassLoader(File file) throws IOException {
    super(file);
  }

  @Override
  byte @Nullable [] classFile(String name) {
    byte[] classFile = super.classFile(name.replace(HERE, DISPATCHER));
    return classFile == null ? null : renamed(classFile);
  }

  private static byte[] renamed(byte[] classFile) {
    for (int i = 0; i <= classFile.length - FROM.length; i++) {
      if (classFile[i] == FROM[0] && isFrom(classFile, i)) {
        System.arraycopy(TO, 0, classFile, i, TO.length);
      }
    }
    return classFile;
  }

  private static boolean isFrom(byte[] classFile, int start) {
    return Arrays.equals(Arrays.copyOfRange(classFile, start, start + FROM.length), FROM);
  }
}
