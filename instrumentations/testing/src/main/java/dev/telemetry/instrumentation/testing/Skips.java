package dev.telemetry.instrumentation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * Leaves a test out for want of something on this machine, and says so: in {@code
 * target/left-out.txt}, which the build of the integration tests prints at its end. Where nothing
 * may be left out, which is where {@code CI} or the property {@code nothing.left.out} is true, it
 * fails. Thread-safe.
 */
public final class Skips {
  private static final Set<String> TOLD = new HashSet<>();

  private Skips() {}

  /**
   * Ends the test that calls it.
   *
   * @param what is missing, such as {@code no JDK 21}
   */
  public static void leaveOut(String what) {
    if (nothingMayBeLeftOut()) {
      throw new AssertionError(what + ", and nothing may be left out");
    }
    tell(what);
    Assumptions.abort(what);
  }

  private static boolean nothingMayBeLeftOut() {
    return "true".equals(System.getenv("CI")) || Boolean.getBoolean("nothing.left.out");
  }

  private static synchronized void tell(String what) {
    if (!TOLD.add(what)) {
      return;
    }
    Path file = Paths.get("target", "left-out.txt");
    try {
      Files.write(
          file, Collections.singleton(what), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
