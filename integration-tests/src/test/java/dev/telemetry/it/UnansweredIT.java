package dev.telemetry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.websocket.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Messages that nobody ever answers leave nothing behind, however many there are. */
final class UnansweredIT {
  private static final int JAVA = 17;

  /** Of each thousand half are asked to be answered. */
  private static final int ROUNDS = 1_000;

  private static final int WARM_UP = 100;
  private static final int HALF = 500;
  private static final long MOST_BYTES = 512 << 10;
  private static final byte[] ASK = "{\"event\": \"ask\"}".getBytes(UTF_8);
  private static final byte[] SILENT = "{\"event\": \"silent\"}".getBytes(UTF_8);
  private static final byte[] MEMORY = "{\"event\": \"memory\"}".getBytes(UTF_8);

  @Test
  void millionMessages_leaveMemoryFlat() throws IOException {
    try (StatsdSocket statsd = new StatsdSocket()) {
      try (RunningProcess server = server(statsd).start()) {
        String port = server.awaitOutput("(?m)^port (\\d+)$").group(1);
        try (RawClient client = new RawClient("ws://127.0.0.1:" + port + "/talk")) {
          talk(client, WARM_UP);
          long before = inUse(client, server, 1);
          talk(client, ROUNDS);
          assertThat(inUse(client, server, 2) - before).isLessThan(MOST_BYTES);
        }
        statsd.awaitTotal(1, "websocket.session.duration");
        server.terminate();
      }
      statsd.awaitAll();
      long rounds = WARM_UP + ROUNDS;
      assertThat(statsd.total("websocket.reply.duration", "websocket.event:ask"))
          .isEqualTo(rounds * HALF);
      assertThat(statsd.total("websocket.unanswered.count", "websocket.event:silent"))
          .isEqualTo(rounds * HALF);
    }
  }

  private static ForkedJvm server(StatsdSocket statsd) {
    Path[] libraries = {
      Artifacts.library("tomcat-embed-core"),
      Artifacts.library("tomcat-embed-websocket"),
      Artifacts.library("tomcat-annotations-api")
    };
    return ForkedJvm.on(JAVA)
        .agent(statsd.reporters())
        .flags("-Xmx96m", "-XX:+UseSerialGC")
        .classPath(Programs.all(Programs.jar("silent", libraries), libraries))
        .program("example.silent.Main");
  }

  private static void talk(RawClient client, int rounds) throws IOException {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < HALF; i++) {
        client.send(RawClient.TEXT, true, ASK);
        client.send(RawClient.TEXT, true, SILENT);
      }
      for (int i = 0; i < HALF; i++) {
        client.receive();
      }
    }
  }

  private static long inUse(RawClient client, RunningProcess server, int times) throws IOException {
    client.send(RawClient.TEXT, true, MEMORY);
    client.receive();
    String told = "in use (\\d+)\\s+".repeat(times);
    return Long.parseLong(server.awaitOutput(told).group(times));
  }
}
