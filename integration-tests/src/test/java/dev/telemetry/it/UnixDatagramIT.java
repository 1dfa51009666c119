package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Datadog's default socket by the extension's jar: whatever becomes of the server, each line was
 * handed to the kernel or is counted as lost, and the server has what was handed over.
 */
@Execution(ExecutionMode.CONCURRENT)
final class UnixDatagramIT {
  private Path folder;

  @BeforeEach
  void enter(@TempDir Path folder) {
    this.folder = folder;
  }

  @OnJava({8, 26})
  void server_hasEveryLineInDatagramsOf8192(int java) {
    Path socket = socket();
    try (UnixDatagramReceiver server = new UnixDatagramReceiver(socket);
        RunningProcess process = app(java, socket, 20_000, 5_000).start()) {
      server.readUntilTheEnd(process);
      Emitting ended = Emitting.ended(process.await());

      assertThat(ended.lost()).isEmpty();
      assertThat(server.readAll()).isEqualTo(20_000);
      assertThat(server.longest()).isBetween(8_000, 8_192);
    }
  }

  @OnJava({8, 26})
  void noServer_isALossOfEveryLine(int java) {
    Emitting ended = Emitting.ended(app(java, socket(), 3_000, 5_000).run());

    assertThat(ended.lost()).containsOnlyKeys("not connected");
    assertThat(ended.sent()).isZero();
  }

  @OnJava({8, 26})
  void serverThatComesLate_hasAllThatCountsAsSent(int java) {
    Path socket = socket();
    try (RunningProcess process = app(java, socket, 8_000, 2_000).start()) {
      process.awaitOutput("cannot connect to unix://" + socket);
      try (UnixDatagramReceiver server = new UnixDatagramReceiver(socket)) {
        server.readUntilTheEnd(process);
        Emitting ended = Emitting.ended(process.await());

        assertThat(ended.lost()).containsOnlyKeys("not connected");
        assertThat(ended.sent()).isPositive();
        assertThat(server.readAll()).isEqualTo(ended.sent());
      }
    }
  }

  @OnJava({8, 26})
  void serverThatIsKilledAndRestarted_isFoundAgain(int java) {
    Path socket = socket();
    try (RunningProcess process = app(java, socket, 8_000, 2_000).start()) {
      long before;
      try (UnixDatagramReceiver first = new UnixDatagramReceiver(socket)) {
        before = first.awaitAtLeast(500);
      }
      process.awaitOutput("cannot connect to unix://" + socket);
      try (UnixDatagramReceiver second = new UnixDatagramReceiver(socket)) {
        second.readUntilTheEnd(process);
        Emitting ended = Emitting.ended(process.await());

        // what the first one had not read when it was closed is in neither
        long after = second.readAll();
        assertThat(after).isPositive();
        assertThat(before + after).isBetween(501L, ended.sent());
        assertThat(ended.lost()).containsKey("not connected");
      }
    }
  }

  @OnJava({8, 26})
  void serverThatNeverReads_isGivenUp(int java) {
    Path socket = socket();
    try (UnixDatagramReceiver server = new UnixDatagramReceiver(socket)) {
      Emitting ended = Emitting.ended(app(java, socket, 40_000, 8_000).run());

      assertThat(ended.lost()).containsOnlyKeys("server does not read");
      assertThat(server.readAll()).isEqualTo(ended.sent());
    }
  }

  @OnJava({8, 26})
  void withoutTheJar_theErrorNamesItAndTheApplicationRuns(int java) {
    Outcome outcome = Emitting.app(java, "socket: " + socket(), 1, 1).run();

    assertThat(outcome.stderr())
        .containsPattern(
            "telemetry.yaml:2:\\d+: reporters.statsd.socket: expected the extension"
                + " telemetry-agent-unix-datagram.jar,");
    assertThat(outcome.stdout()).contains("emitted 1");
  }

  private Path socket() {
    return folder.resolve("dsd.socket");
  }

  /** A folder that holds nothing but the jar, as users are told to have it. */
  private ForkedJvm app(int java, Path socket, int number, int rate) {
    Path extensions = Trees.create(folder.resolve("extensions"));
    Trees.copy(Artifacts.unixDatagram(), extensions.resolve("telemetry-agent-unix-datagram.jar"));
    ForkedJvm app = Emitting.app(java, "socket: " + socket, number, rate);
    return app.environment("TELEMETRY_EXTENSIONS", extensions.toString());
  }
}
