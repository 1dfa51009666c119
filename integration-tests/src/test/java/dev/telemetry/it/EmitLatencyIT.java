package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a caller of {@code Telemetry.execute} notices of a reporter whose server is gone or reads
 * nothing: nothing. One JVM has a server that is well and one that is not by turns, so that what
 * else the machine does hits both; the median of the rounds' ratios is what counts. Writes {@code
 * target/emit-latency.txt}. Under the profile {@code matrix} only, for it takes times.
 */
@Isolated
@EnabledIfSystemProperty(named = "it.matrix", matches = "true")
final class EmitLatencyIT {
  private static final double MOST = 1.2;

  private static final int ROUNDS = 14;

  /** The first rounds are for the compilers. */
  private static final int WARM_UP = 3;

  private static final int PHASE_MILLIS = 1_000;

  @ParameterizedTest(name = "{0} {1}, Java {2}")
  @MethodSource("sickServers")
  void sickServer_isNotNoticedByWhoEmits(Transport transport, Peer.State sick, int java)
      throws IOException {
    Path folder = ForkedJvm.workingFolder();
    int port = Ports.free();
    ForkedJvm app = app(java, transport.reporter(folder, port));
    List<Round> rounds = new ArrayList<>();
    try (Peer peer = transport.peer(folder, port);
        RunningProcess process = app.start()) {
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(i, sick, new Phases(app, process, peer)));
      }
      process.await();
    }
    List<Round> warm = rounds.subList(WARM_UP, ROUNDS);
    String figures = figures(transport + " " + sick + ", Java " + java, warm);
    write(figures);

    assertThat(ratio(warm)).as(figures).isLessThanOrEqualTo(MOST);
  }

  static Stream<Arguments> sickServers() {
    return Stream.of(Transport.values())
        .flatMap(
            transport ->
                Stream.of(transport.lowestJava, 26)
                    .flatMap(
                        java ->
                            Stream.of(Peer.State.GONE, Peer.State.SILENT)
                                .map(sick -> Arguments.of(transport, sick, java))));
  }

  private static ForkedJvm app(int java, String reporter) throws IOException {
    Path jar = Programs.jar("timed", Artifacts.api());
    ForkedJvm app = ForkedJvm.on(java).classPath(jar, Artifacts.api());
    Path extensions = Trees.create(app.folder().resolve("extensions"));
    Trees.copy(Artifacts.unixDatagram(), extensions.resolve("telemetry-agent-unix-datagram.jar"));
    return app.environment("TELEMETRY_EXTENSIONS", extensions.toString())
        .agent(
            "reporters:\n  "
                + reporter
                + "\nmetrics:\n  - {distribution: emitted.size, unit: '1'}\n"
                + "instrumentations: {vm: {enabled: false}}\n")
        .program("example.timed.Main", "" + 2 * ROUNDS, "" + PHASE_MILLIS);
  }

  /** Each second round the other way round. */
  private static Round round(int number, Peer.State sick, Phases phases) throws IOException {
    if (number % 2 == 0) {
      long well = phases.next(Peer.State.WELL, 2 * number);
      return new Round(well, phases.next(sick, 2 * number + 1));
    }
    long ill = phases.next(sick, 2 * number);
    return new Round(phases.next(Peer.State.WELL, 2 * number + 1), ill);
  }

  private static double ratio(List<Round> rounds) {
    return rounds.stream().mapToDouble(Round::ratio).sorted().toArray()[rounds.size() / 2];
  }

  private static String figures(String what, List<Round> rounds) {
    double[] ratios = rounds.stream().mapToDouble(Round::ratio).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%s: p99 %.2f x (%.2f to %.2f in %d rounds), in ns well/sick %s%n",
        what,
        ratio(rounds),
        ratios[0],
        ratios[ratios.length - 1],
        ratios.length,
        rounds.stream().map(round -> round.well + "/" + round.sick).toList());
  }

  private static void write(String figures) throws IOException {
    System.out.print(figures);
    Path file = Artifacts.target().resolve("emit-latency.txt");
    Files.writeString(file, figures, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The 99th percentiles of two phases, one after the other. */
  private record Round(long well, long sick) {
    double ratio() {
      return (double) sick / well;
    }
  }

  /** Times a phase of the application at a time. */
  private record Phases(ForkedJvm app, RunningProcess process, Peer peer) {

    long next(Peer.State state, int number) throws IOException {
      peer.become(state);
      Files.createFile(app.folder().resolve("go-" + number));
      Matcher told = process.awaitOutput("phase " + number + " p50 \\d+ p99 (\\d+)");
      return Long.parseLong(told.group(1));
    }
  }
}
