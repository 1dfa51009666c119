package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.telemetry.it.OtlpServer.Answer;
import dev.telemetry.it.OtlpServer.Answered;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever becomes of the server: what it has taken, and what the agent counts as lost, is what the
 * application has emitted. Every step is told once; what was sent again is told apart by its times.
 */
@Execution(ExecutionMode.CONCURRENT)
final class OtlpChaosIT {
  private static final String UNSENT = "unsent at the end";
  private static final String CANNOT = "otlp: cannot send to ";
  private static final String SIZE = Emitting.DISTRIBUTION;

  @OnJava({8, 26})
  void noServer_isALossOfEveryPoint(int java) {
    int port = Ports.free();

    Emitting ended = Emitting.told(steps(java, port, 3_000).run());

    assertThat(ended.sent()).isZero();
    assertThat(ended.lost()).as("the one series").containsExactly(entry(UNSENT, 1L));
  }

  @OnJava({8, 26})
  void serverThatComesLate_hasEverything(int java) {
    int port = Ports.free();
    try (RunningProcess process = steps(java, port, 6_000).start()) {
      process.awaitOutput(CANNOT);
      try (OtlpServer server = server(1, port, new OtlpPoints())) {
        assertSteps(Emitting.told(process.await()), server.accepted());
      }
    }
  }

  @OnJava({8, 26})
  void serverThatComesLate_hasTheWhole(int java) {
    int port = Ports.free();
    try (RunningProcess process = app(java, port, 6_000, "temporality: cumulative").start()) {
      process.awaitOutput(CANNOT);
      try (OtlpServer server = server(1, port, new OtlpPoints())) {
        Emitting ended = Emitting.told(process.await());

        assertThat(ended.lost()).isEmpty();
        assertThat(server.accepted().last(SIZE)).isEqualTo(ended.number());
        assertThat(server.accepted().lastOfSum(SIZE)).isEqualTo(ended.sizes());
      }
    }
  }

  @OnJava({8, 26})
  void serverThatIsKilledAndRestarted_hasEverything(int java) {
    OtlpPoints both = new OtlpPoints();
    OtlpServer first = server(1, Ports.free(), both);
    int port = first.port();
    try (RunningProcess process = steps(java, port, 8_000).start()) {
      awaitSome(both, process);
      first.close();
      process.awaitOutput(CANNOT);
      long before = both.steps(SIZE);
      try (OtlpServer second = server(1, port, both)) {
        assertSteps(Emitting.told(process.await()), both);
        assertThat(second.answered()).isNotEmpty();
        assertThat(before).isPositive().isLessThan(both.steps(SIZE));
      }
    }
  }

  @OnJava({8, 26})
  void serverThatDiesBeforeItAnswers_hasEverythingOnce(int java) throws IOException {
    Answer[] none = {Answer.NONE, Answer.NONE};
    try (OtlpServer server = new OtlpServer().then(none)) {
      ForkedJvm app = steps(java, server.port(), 2_000).program("wait");
      try (RunningProcess process = app.start()) {
        awaitMore(server, none.length, process);
        Files.createFile(app.folder().resolve("end"));

        assertSteps(Emitting.told(process.await()), server.accepted());
        assertThat(server.accepted().repeated()).as("points that came again").isEqualTo(2);
      }
    }
  }

  @OnJava({8, 26})
  void serverThatNeverReads_isALossOfEveryPoint(int java) {
    try (SilentServer silent = new SilentServer()) {
      ForkedJvm app = app(java, silent.port(), 4_000, "temporality: delta, timeout: 300ms");
      Emitting ended = Emitting.told(app.run());

      assertThat(silent.connections()).isGreaterThan(1);
      assertThat(ended.sent()).isZero();
      assertThat(ended.lost())
          .as("the step that nobody answered, and the one since then")
          .containsExactly(entry(UNSENT, 2L));
    }
  }

  @OnJava({8, 26})
  void serverThatReadsAtLast_hasEverything(int java) {
    SilentServer silent = new SilentServer(Ports.free());
    int port = silent.port();
    ForkedJvm app = app(java, port, 8_000, "temporality: delta, timeout: 300ms");
    try (RunningProcess process = app.start()) {
      process.awaitOutput(CANNOT);
      silent.close();
      try (OtlpServer server = server(1, port, new OtlpPoints())) {
        assertSteps(Emitting.told(process.await()), server.accepted());
      }
    }
  }

  /** 503 and 429: nothing is lost, and the server is left alone from its answer for as long. */
  @OnJava({8, 26})
  void serverThatIsBusy_isWaitedFor(int java) throws IOException {
    int seconds = 2;
    Answer[] busy = {new Answer(503, seconds), new Answer(429, seconds)};
    try (OtlpServer server = new OtlpServer().then(busy).thinking(Duration.ofMillis(500))) {
      ForkedJvm app = steps(java, server.port(), 2_000).program("wait");
      try (RunningProcess process = app.start()) {
        Waiting.until(
            RunningProcess.DEADLINE, () -> server.answered().size() > busy.length, process::stderr);
        Files.createFile(app.folder().resolve("end"));

        assertSteps(Emitting.told(process.await()), server.accepted());
        assertThat(told(server)).startsWith(503, 429, 200);
        assertThat(pause(server, 0)).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
        assertThat(pause(server, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
      }
    }
  }

  @OnJava({8, 26})
  void serverThatRefuses_isALossOfWhatItRefused(int java) {
    try (OtlpServer server = new OtlpServer().then(new Answer(400, 0))) {
      Emitting ended = Emitting.told(steps(java, server.port(), 4_000).run());

      OtlpPoints accepted = server.accepted();
      assertThat(accepted.steps(SIZE) + server.refused().steps(SIZE)).isEqualTo(ended.number());
      assertThat(server.refused().number()).isEqualTo(1);
      assertThat(ended.lost()).containsExactly(entry("status 400", 1L));
      assertThat(ended.sent()).isEqualTo(accepted.number());
      assertThat(accepted.steps("telemetry.reporter.lost")).isEqualTo(1);
    }
  }

  /** Names are asked for at each request; Java remembers their addresses for as long as it says. */
  @OnJava({11, 26})
  void serverThatMoves_isFollowed(int java) throws IOException {
    OtlpPoints both = new OtlpPoints();
    try (OtlpServer first = server(1, Ports.free(), both);
        OtlpServer second = server(2, first.port(), both)) {
      URI exports = OtlpServer.exports("otlp.test", first.port());
      // emits for longer than Java remembers the address
      ForkedJvm app = app(java, exports, 12_000, "temporality: delta").program("wait");
      Path hosts = app.write("hosts", "127.0.0.1 otlp.test\n");
      app.flags("-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=1");
      try (RunningProcess process = app.start()) {
        awaitSome(both, process);
        Files.writeString(hosts, "127.0.0.2 otlp.test\n");
        Waiting.until(RunningProcess.DEADLINE, () -> !second.answered().isEmpty(), process::stderr);
        Files.createFile(app.folder().resolve("end"));

        assertSteps(Emitting.told(process.await()), both);
        assertThat(first.answered()).isNotEmpty();
      }
    }
  }

  private static void assertSteps(Emitting ended, OtlpPoints points) {
    assertThat(ended.lost()).isEmpty();
    assertThat(points.steps(SIZE)).isEqualTo(ended.number());
    assertThat(points.stepsOfSum(SIZE)).isEqualTo(ended.sizes());
  }

  private static void awaitSome(OtlpPoints points, RunningProcess process) {
    Waiting.until(RunningProcess.DEADLINE, () -> points.steps(SIZE) > 0, process::stderr);
  }

  private static void awaitMore(OtlpServer server, int requests, RunningProcess process) {
    Waiting.until(
        RunningProcess.DEADLINE, () -> server.answered().size() > requests, process::stderr);
  }

  private static List<Integer> told(OtlpServer server) {
    return server.answered().stream().map(Answered::status).toList();
  }

  /** How long it took from an answer to the next request. */
  private static Duration pause(OtlpServer server, int after) {
    List<Answered> answered = server.answered();
    return Duration.ofNanos(answered.get(after + 1).came() - answered.get(after).gone());
  }

  private static OtlpServer server(int last, int port, OtlpPoints accepted) {
    return new OtlpServer(Ports.address(last), port, accepted);
  }

  private static ForkedJvm steps(int java, int port, int number) {
    return app(java, port, number, "temporality: delta");
  }

  private static ForkedJvm app(int java, int port, int number, String keys) {
    return app(java, OtlpServer.exports("127.0.0.1", port), number, keys);
  }

  private static ForkedJvm app(int java, URI exports, int number, String keys) {
    String otlp = "otlp: {every: 200ms, url: '" + exports + "', " + keys + "}";
    return Emitting.under(java, otlp, number, 2_000);
  }
}
