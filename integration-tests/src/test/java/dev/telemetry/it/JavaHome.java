package dev.telemetry.it;

import dev.telemetry.instrumentation.testing.Skips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param major 8, 11, 17, ...
 * @param path its home
 */
record JavaHome(int major, Path path) {
  private static final Pattern VERSION = Pattern.compile("\"(?:1\\.)?(\\d+)");
  private static final Map<Integer, JavaHome> FOUND = discover();

  /** The JDK of that version; where there is none, the test that asks is left out. */
  static JavaHome of(int major) {
    JavaHome found = FOUND.get(major);
    if (found == null) {
      Skips.leaveOut("no JDK " + major + " (name its home in JDK_HOMES)");
      throw new IllegalStateException("not reached");
    }
    return found;
  }

  /** One of its tools, such as {@code java}. */
  Path tool(String name) {
    return path.resolve("bin").resolve(name);
  }

  /** Asks one of its processes something by {@code jcmd}, and returns the answer. */
  String jcmd(String pid, String command) {
    return ForkedJvm.on(major).tool("jcmd").program(pid, command).run().stdout();
  }

  private static Map<Integer, JavaHome> discover() {
    Map<Integer, JavaHome> found = new TreeMap<>();
    for (Path home : candidates()) {
      if (Files.isExecutable(home.resolve("bin/javac"))) {
        int major = majorOf(home);
        found.putIfAbsent(major, new JavaHome(major, home));
      }
    }
    return found;
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    String named = System.getenv("JDK_HOMES");
    if (named != null) {
      Stream.of(named.trim().split("[\\s:,]+")).map(Path::of).forEach(homes::add);
    }
    homes.add(Path.of(System.getProperty("java.home")));
    String user = System.getProperty("user.home");
    for (String folder : List.of("/usr/lib/jvm", "/opt/jdks", user + "/.sdkman/candidates/java")) {
      homes.addAll(children(Path.of(folder)));
    }
    return homes;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int majorOf(Path home) {
    try {
      Process process =
          new ProcessBuilder(home.resolve("bin/java").toString(), "-version")
              .redirectErrorStream(true)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = VERSION.matcher(text);
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
