package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the JVM loads on the application's main thread before it may begin. */
@Execution(ExecutionMode.CONCURRENT)
final class PremainIT {
  private static final int JAVA = 17;

  /** The same number in each run and on each Java: it may only fall. */
  private static final int OWN_CLASSES = 325;

  /**
   * The first class of the thread that does what the application need not wait for, and that of the
   * application's own thread behind it: whichever is loaded first.
   */
  private static final List<String> FIRST_OF_LATER =
      List.of("dev.telemetry.weaving.boot.LastHook", "dev.telemetry.weaving.CompanionLoader");

  /** What applications set up by properties and classes of their own before they first use it. */
  private static final List<String> OF_THE_APPLICATION =
      List.of(
          "java.util.logging.",
          "java.lang.management.",
          "javax.management.",
          "sun.management.",
          "java.net.http.",
          "java.net.Socket ",
          "javax.net.",
          "sun.security.provider.",
          "sun.security.ssl.",
          "java.sql.",
          "java.time.format.",
          "jdk.jfr.");

  private static List<String> loaded = List.of();

  @BeforeAll
  static void start() {
    Path jar = Programs.jar("measured", Artifacts.api());
    ForkedJvm jvm =
        ForkedJvm.on(JAVA)
            .flags("-Xlog:class+load:file=classes.txt:none")
            .classPath(jar, Artifacts.api())
            .agent()
            .program("example.measured.Main");
    assertThat(jvm.run().exitCode()).isZero();
    loaded =
        Trees.read(jvm.folder().resolve("classes.txt"))
            .lines()
            .takeWhile(line -> FIRST_OF_LATER.stream().noneMatch(line::startsWith))
            .toList();
  }

  @Test
  void agentsOwnClasses_areNoMoreThanItNeeds() {
    String jar = Artifacts.agent().getFileName().toString();

    assertThat(loaded.stream().filter(line -> line.endsWith(jar))).hasSizeBetween(1, OWN_CLASSES);
  }

  @Test
  void whatApplicationsSetUp_isLeftToThem() {
    assertThat(loaded)
        .isNotEmpty()
        .noneMatch(line -> OF_THE_APPLICATION.stream().anyMatch(line::startsWith));
  }
}
