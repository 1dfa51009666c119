package dev.telemetry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.websocket.RawClient;
import dev.telemetry.it.Tomcat.RunningTomcat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tomcat's own WebSocket examples, unchanged: each message is counted once, by its name. */
final class TomcatWebSocketIT {
  private static final String MESSAGES = "websocket.message.duration";
  private static final String REPLIES = "websocket.reply.duration";
  private static final String SESSIONS = "websocket.session.duration";
  private static final String IN = "websocket.direction:in";
  private static final String OUT = "websocket.direction:out";
  private static final String CHAT = "/examples/websocket/chat";
  private static final List<String> ECHOES =
      List.of("echoAnnotation", "echoProgrammatic", "echoStreamAnnotation");

  @OnJava({8, 26})
  void tomcat9_isMeasuredExactly(int java) {
    converse("9.0", java);
  }

  @OnJava({11, 26})
  void tomcat10_isMeasuredExactly(int java) {
    converse("10.1", java);
  }

  @OnJava({17, 26})
  void tomcat11_isMeasuredExactly(int java) {
    converse("11.0", java);
  }

  private static void converse(String line, int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Tomcat tomcat = new Tomcat(line, java).shipped("examples").agent(statsd.reporters());
      try (RunningTomcat running = tomcat.start()) {
        String root = "ws://127.0.0.1:" + running.root().getPort();
        for (String echo : ECHOES) {
          speak(root + "/examples/websocket/" + echo);
        }
        chat(root + CHAT);
        statsd.awaitTotal(2, SESSIONS, endpoint("/websocket/chat"));
        running.stop();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      statsd.awaitAll();
      ECHOES.forEach(echo -> assertEcho(statsd, endpoint("/websocket/" + echo)));
      assertChat(statsd, endpoint("/websocket/chat"));
      assertThat(statsd.total("telemetry.handler.failures")).isZero();
    }
  }

  /** Whole, in parts, binary, empty, big; then a text that is none, which ends the session. */
  private static void speak(String url) throws IOException {
    try (RawClient client = new RawClient(url)) {
      client.send(RawClient.TEXT, true, bytes("{\"event\": \"hello\"}"));
      client.receive();
      client.send(RawClient.TEXT, false, bytes("{\"event\": \"parts\", "));
      client.send(RawClient.CONTINUATION, false, bytes("\"x\":"));
      client.send(RawClient.CONTINUATION, true, bytes("1}"));
      client.receive();
      for (int kind : new int[] {RawClient.BINARY, RawClient.TEXT}) {
        client.send(kind, true, new byte[0]);
        client.receive();
        sendBig(client, kind);
      }
      client.send(RawClient.TEXT, true, new byte[] {(byte) 0xC3, (byte) 0x28});
      assertThat(client.receive()).isEqualTo(RawClient.CLOSE);
    }
  }

  /** Reads while it sends, because the echo begins before all is there. */
  private static void sendBig(RawClient client, int kind) throws IOException {
    byte[] content = new byte[1 << 20];
    Arrays.fill(content, (byte) 'x');
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> {
              try {
                client.send(kind, true, content);
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });
    assertThat(client.receive()).isEqualTo(kind);
    sending.join();
  }

  private static void assertEcho(StatsdSocket statsd, String endpoint) {
    for (String direction : List.of(IN, OUT)) {
      assertThat(statsd.total(MESSAGES, endpoint, direction, "websocket.type:text"))
          .as(String.join("\n", statsd.lines()))
          .isEqualTo(4);
      assertThat(statsd.total(MESSAGES, endpoint, direction, "websocket.type:binary")).isEqualTo(2);
    }
    assertThat(statsd.total(REPLIES, endpoint)).isEqualTo(6);
    for (String name : List.of("hello", "parts")) {
      assertThat(statsd.total(REPLIES, endpoint, "websocket.event:" + name)).isEqualTo(1);
    }
    assertThat(statsd.total(SESSIONS, endpoint, "websocket.close.code:1007")).isEqualTo(1);
    assertThat(statsd.total("websocket.session.open.count", endpoint)).isEqualTo(1);
    assertThat(statsd.total("websocket.unanswered.count", endpoint)).isZero();
  }

  /** Two guests, of whom each says one thing and hears what both say and who comes and goes. */
  private static void chat(String url) throws IOException {
    try (RawClient first = new RawClient(url)) {
      first.receive();
      try (RawClient second = new RawClient(url)) {
        first.receive();
        second.receive();
        for (RawClient speaker : List.of(first, second)) {
          speaker.send(RawClient.TEXT, true, bytes("good morning"));
          first.receive();
          second.receive();
        }
      }
      first.receive();
    }
  }

  private static void assertChat(StatsdSocket statsd, String endpoint) {
    assertThat(statsd.total(MESSAGES, endpoint, IN)).isEqualTo(2);
    assertThat(statsd.total(MESSAGES, endpoint, OUT)).isEqualTo(8);
    assertThat(statsd.total(REPLIES, endpoint)).isEqualTo(2);
    assertThat(statsd.total(SESSIONS, endpoint, "websocket.close.code:1006")).isEqualTo(2);
    assertThat(statsd.lines())
        .filteredOn(line -> line.startsWith("websocket.session.active:") && line.contains(endpoint))
        .last()
        .asString()
        .startsWith("websocket.session.active:0|g");
  }

  private static String endpoint(String path) {
    return "websocket.endpoint:" + path;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
