package dev.telemetry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.websocket.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What a scripted client says to an endpoint that answers with the same, and what that counts. */
final class Speech {
  private static final String MESSAGES = "websocket.message.duration";
  private static final String REPLIES = "websocket.reply.duration";
  private static final byte[] NO_TEXT = {(byte) 0xC3, (byte) 0x28};

  private Speech() {}

  /** Whole, in parts, empty, big, binary; then a text that is none, which ends the session. */
  static void speak(String url) throws IOException {
    try (RawClient client = new RawClient(url)) {
      client.send(RawClient.TEXT, true, "{\"event\": \"hello\"}".getBytes(UTF_8));
      client.receive();
      client.send(RawClient.TEXT, false, "{\"event\": \"parts\", ".getBytes(UTF_8));
      client.send(RawClient.CONTINUATION, false, "\"x\":".getBytes(UTF_8));
      client.send(RawClient.CONTINUATION, true, "1}".getBytes(UTF_8));
      client.receive();
      for (int kind : new int[] {RawClient.BINARY, RawClient.TEXT}) {
        client.send(kind, true, new byte[0]);
        client.receive();
        sendBig(client, kind);
      }
      client.send(RawClient.TEXT, true, NO_TEXT);
      assertThat(client.receive()).isEqualTo(RawClient.CLOSE);
    }
  }

  /** Reads while it sends, because the echo may begin before all is there. */
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

  /**
   * Fails where one speech to an endpoint has not been counted exactly.
   *
   * @param path of the endpoint, a template
   * @param code what the container tells its endpoint about the end
   * @param failed how many messages the text is that is none: 0 where the container takes it for
   *     none, 1 where its handler is asked to read it
   */
  static void assertCounted(StatsdSocket statsd, String path, int code, int failed) {
    String endpoint = "websocket.endpoint:" + path;
    assertMessages(statsd, endpoint, "in", 4 + failed);
    assertMessages(statsd, endpoint, "out", 4);
    assertTotal(statsd, 6, REPLIES, endpoint);
    for (String name : List.of("hello", "parts")) {
      assertTotal(statsd, 1, REPLIES, endpoint, "websocket.event:" + name);
    }
    assertTotal(statsd, 1, "websocket.session.open.count", endpoint);
    assertTotal(statsd, 1, "websocket.session.duration", endpoint, "websocket.close.code:" + code);
    assertTotal(statsd, failed, "websocket.unanswered.count", endpoint);
  }

  private static void assertMessages(
      StatsdSocket statsd, String endpoint, String direction, long texts) {
    String tag = "websocket.direction:" + direction;
    assertTotal(statsd, texts, MESSAGES, endpoint, tag, "websocket.type:text");
    assertTotal(statsd, 2, MESSAGES, endpoint, tag, "websocket.type:binary");
  }

  private static void assertTotal(
      StatsdSocket statsd, long expected, String metric, String... tags) {
    assertThat(statsd.total(metric, tags))
        .as(metric + List.of(tags) + " in\n" + sockets(statsd))
        .isEqualTo(expected);
  }

  private static String sockets(StatsdSocket statsd) {
    return statsd.lines().stream()
        .filter(line -> line.startsWith("websocket."))
        .collect(Collectors.joining("\n"));
  }
}
