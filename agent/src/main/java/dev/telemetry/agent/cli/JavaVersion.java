package dev.telemetry.agent.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a {@code java} for its version. */
final class JavaVersion {
  private static final Pattern QUOTED = Pattern.compile("version \"(?:1\\.)?(\\d+)");

  private JavaVersion() {}

  /**
   * Returns its number, such as 25, or 8 for 1.8.
   *
   * @throws IOException where it can't be started, or says nothing of a version
   */
  static int of(String java) throws IOException {
    Process process = new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
    process.getOutputStream().close();
    return parse(text(process.getInputStream()));
  }

  static int parse(String said) throws IOException {
    Matcher version = QUOTED.matcher(said);
    if (!version.find()) {
      throw new IOException("-version says '" + Text.printable(said.trim()) + "'");
    }
    return Integer.parseInt(version.group(1));
  }

  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[1024];
    for (int count = in.read(some); count > 0; count = in.read(some)) {
      all.write(some, 0, count);
    }
    return new String(all.toByteArray(), StandardCharsets.UTF_8);
  }
}
