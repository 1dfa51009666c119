package dev.telemetry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.websocket.RawClient;
import dev.telemetry.it.Tomcat.RunningTomcat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Tomcat's own WebSocket examples, unchanged: each message is counted once, by its name. */
final class TomcatWebSocketIT {
  private static final String MESSAGES = "websocket.message.duration";
  private static final String REPLIES = "websocket.reply.duration";
  private static final String SESSIONS = "websocket.session.duration";
  private static final String IN = "websocket.direction:in";
  private static final String OUT = "websocket.direction:out";
  private static final String CHAT_ENDPOINT = "/websocket/chat";
  private static final String CHAT = "/examples" + CHAT_ENDPOINT;
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
          Speech.speak(root + "/examples/websocket/" + echo);
        }
        chat(root + CHAT, statsd);
        statsd.awaitTotal(2, SESSIONS, endpoint(CHAT_ENDPOINT));
        running.stop();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      statsd.awaitAll();
      ECHOES.forEach(echo -> Speech.assertCounted(statsd, "/websocket/" + echo, 1007, 0));
      assertChat(statsd, endpoint(CHAT_ENDPOINT));
      assertThat(statsd.total("telemetry.handler.failures")).isZero();
    }
  }

  /** Two guests, of whom each says one thing and hears what both say and who comes and goes. */
  private static void chat(String url, StatsdSocket statsd) throws IOException {
    try (RawClient first = new RawClient(url)) {
      first.receive();
      awaitSent(1, statsd);
      try (RawClient second = new RawClient(url)) {
        first.receive();
        second.receive();
        awaitSent(3, statsd);
        speak(first, first, second);
        awaitSent(5, statsd);
        speak(second, first, second);
        awaitSent(7, statsd);
      }
      first.receive();
      awaitSent(8, statsd);
    }
  }

  private static void speak(RawClient speaker, RawClient... guests) throws IOException {
    speaker.send(RawClient.TEXT, true, bytes("good morning"));
    for (RawClient guest : guests) {
      guest.receive();
    }
  }

  /**
   * A guest has a message before its sender is done, and while one sends to a guest the chat leaves
   * what comes next for that guest to the same thread, whatever else that handles.
   */
  private static void awaitSent(int messages, StatsdSocket statsd) {
    statsd.awaitTotal(messages, MESSAGES, endpoint(CHAT_ENDPOINT), OUT);
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
