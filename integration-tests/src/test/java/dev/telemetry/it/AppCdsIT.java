package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * An archive of an application's classes, dumped without the agent, is still used with it. From an
 * archive super types come before their subtypes, without one it is the other way round.
 */
@Execution(ExecutionMode.CONCURRENT)
final class AppCdsIT {
  private static final String APPLICATION = "(example|org\\.apache|org\\.h2|javax\\.servlet)\\..*";

  /** A class that is woven can't come from the archive; all others do. */
  private static final Set<String> WOVEN =
      Set.of(
          "example.shop.BookServlet",
          "example.shop.Books",
          "org.h2.Driver",
          "org.h2.jdbc.JdbcConnection",
          "org.h2.jdbc.JdbcPreparedStatement",
          "org.h2.jdbc.JdbcResultSet",
          "org.h2.jdbc.JdbcStatement");

  @OnJava({17, 25})
  void staticArchive_isUsed(int java) {
    Path folder = ForkedJvm.workingFolder();
    String list = folder.resolve("classes.lst").toString();
    String archive = folder.resolve("static.jsa").toString();
    assertEnded(ShopIT.shop(java).flags("-XX:DumpLoadedClassList=" + list).run());
    assertEnded(
        ShopIT.shop(java)
            .flags("-Xshare:dump", "-XX:SharedClassListFile=" + list)
            .flags("-XX:SharedArchiveFile=" + archive)
            .run());
    assertUsed(java, archive);
  }

  @OnJava({17, 25})
  void dynamicArchive_isUsed(int java) {
    String archive = ForkedJvm.workingFolder().resolve("dynamic.jsa").toString();
    assertEnded(ShopIT.shop(java).flags("-XX:ArchiveClassesAtExit=" + archive).run());
    assertUsed(java, archive);
  }

  private static void assertUsed(int java, String archive) {
    Set<String> without = sharedClasses(ShopIT.shop(java), archive);
    assertThat(without).contains("example.shop.Main").hasSizeGreaterThan(500);
    try (StatsdSocket statsd = new StatsdSocket()) {
      Set<String> with =
          sharedClasses(ShopIT.shop(java).agent(statsd.reporters() + ShopIT.METRICS), archive);
      Set<String> lost = new TreeSet<>(without);
      lost.removeAll(with);

      assertThat(lost).isEqualTo(WOVEN);
      ShopIT.assertMeasured(statsd);
    }
  }

  private static Set<String> sharedClasses(ForkedJvm jvm, String archive) {
    Path log = jvm.folder().resolve("classes.txt");
    Outcome outcome =
        jvm.flags("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + log).run();
    assertEnded(outcome);
    assertThat(outcome.stdout() + outcome.stderr()).doesNotContain("Sharing is only supported");
    return Trees.read(log)
        .lines()
        .filter(line -> line.contains("source: shared objects file"))
        .map(line -> line.replaceFirst(".*\\] (\\S+) source: .*", "$1"))
        .filter(name -> name.matches(APPLICATION) && !name.contains("$$Lambda"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertEnded(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }
}
