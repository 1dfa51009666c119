package dev.telemetry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.websocket.RawClient;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** STOMP over Spring's simple broker, and a handler without it: each message is counted once. */
final class SpringWebSocketIT {
  private static final int JAVA = 17;
  private static final long THOUGHT_MILLIS = 250;
  private static final String MESSAGES = "websocket.message.duration";
  private static final String STOMP = "websocket.endpoint:/stomp";
  private static final String IN = "websocket.direction:in";
  private static final String OUT = "websocket.direction:out";
  private static final String TOPIC = "/topic/greetings";

  @Test
  void stomp_isCountedByDestination() throws IOException {
    try (StatsdSocket statsd = new StatsdSocket()) {
      try (RunningProcess running = server(statsd)) {
        String url = url(running) + "/stomp";
        converse(url, statsd);
        beRefused(url, statsd);
        statsd.awaitTotal(3, "websocket.session.duration", STOMP);
        running.terminate();
      }
      statsd.awaitAll();
      assertMessages(statsd);
      assertSessions(statsd);
      assertThat(statsd.total("telemetry.handler.failures")).isZero();
    }
  }

  @Test
  void handlerWithoutStomp_isCountedOnce() throws IOException {
    try (StatsdSocket statsd = new StatsdSocket()) {
      try (RunningProcess running = server(statsd)) {
        Speech.speak(url(running) + "/plain");
        statsd.awaitTotal(1, "websocket.session.duration");
        running.terminate();
      }
      statsd.awaitAll();
      Speech.assertCounted(statsd, "/plain", 1007, 0);
    }
  }

  private static RunningProcess server(StatsdSocket statsd) {
    return ForkedJvm.on(JAVA)
        .agent(statsd.reporters())
        .classPath(Artifacts.sockets("spring"))
        .program("example.sockets.SpringServer")
        .start();
  }

  private static String url(RunningProcess running) {
    return "ws://127.0.0.1:" + running.awaitOutput("(?m)^port (\\d+)$").group(1);
  }

  /** Two guests hear what is said to all; the last thing said nobody can do. */
  private static void converse(String url, StatsdSocket statsd) throws IOException {
    try (RawClient first = connected(url);
        RawClient second = connected(url)) {
      say(first, "SUBSCRIBE", TOPIC);
      say(second, "SUBSCRIBE", TOPIC);
      statsd.awaitTotal(2, MESSAGES, IN, event(TOPIC));
      for (String destination : new String[] {"/app/hello", "/app/think", TOPIC}) {
        say(first, "SEND", destination);
        first.receive();
        second.receive();
      }
      say(second, "SEND", "/app/broken");
      statsd.awaitTotal(1, MESSAGES, event("/app/broken"));
      statsd.awaitTotal(8, MESSAGES, OUT);
    }
  }

  /** A stranger may not enter, a guest may not hear secrets. */
  private static void beRefused(String url, StatsdSocket statsd) throws IOException {
    assertThatThrownBy(() -> new RawClient(url, "Origin: http://stranger"))
        .hasMessageContaining("403");
    try (RawClient third = connected(url)) {
      awaitIdleSender(statsd);
      say(third, "SUBSCRIBE", "/topic/secret");
      third.receive();
      statsd.awaitTotal(10, MESSAGES, OUT);
    }
  }

  /**
   * As long as a thread of Spring's sends, an error is left to it, and lost when the session ends.
   */
  private static void awaitIdleSender(StatsdSocket statsd) {
    statsd.awaitTotal(3, MESSAGES, OUT, event("CONNECTED"));
  }

  private static RawClient connected(String url) throws IOException {
    RawClient client = new RawClient(url);
    send(client, "CONNECT\naccept-version:1.2\nhost:localhost\n\n\0");
    client.receive();
    return client;
  }

  private static void say(RawClient client, String command, String destination) throws IOException {
    String id = command.equals("SUBSCRIBE") ? "id:1\n" : "";
    String body = id.isEmpty() ? "Ada" : "";
    send(client, command + "\n" + id + "destination:" + destination + "\n\n" + body + "\0");
  }

  private static void send(RawClient client, String frame) throws IOException {
    client.send(RawClient.TEXT, true, frame.getBytes(UTF_8));
  }

  private static void assertMessages(StatsdSocket statsd) {
    assertThat(events(statsd, MESSAGES, IN))
        .isEqualTo(
            Map.of(
                "CONNECT",
                3L,
                TOPIC,
                3L,
                "/app/hello",
                1L,
                "/app/think",
                1L,
                "/app/broken",
                1L,
                "/topic/secret",
                1L));
    assertThat(events(statsd, MESSAGES, OUT))
        .isEqualTo(Map.of("CONNECTED", 3L, TOPIC, 6L, "ERROR", 1L));
    assertThat(
            statsd.total(
                MESSAGES,
                event("/app/broken"),
                "error.type:java.lang.UnsupportedOperationException"))
        .isEqualTo(1);
    assertThat(statsd.lines())
        .filteredOn(line -> line.startsWith(MESSAGES) && line.contains(event("/app/think")))
        .flatExtracting(line -> StatsdLine.parse(line).values())
        .hasSize(1)
        .allSatisfy(millis -> assertThat(millis).isGreaterThan((double) THOUGHT_MILLIS));
  }

  private static void assertSessions(StatsdSocket statsd) {
    assertThat(events(statsd, "websocket.subscribe.count", STOMP))
        .isEqualTo(Map.of(TOPIC, 2L, "/topic/secret", 1L));
    assertThat(events(statsd, "websocket.reply.duration", STOMP)).isEqualTo(Map.of("CONNECT", 3L));
    assertThat(statsd.total("websocket.unanswered.count")).isZero();
    assertThat(statsd.total("websocket.session.open.count", STOMP)).isEqualTo(3);
    assertThat(statsd.total("websocket.session.duration", STOMP)).isEqualTo(3);
    assertThat(
            statsd.total("websocket.session.refuse.count", STOMP, "http.response.status_code:403"))
        .isEqualTo(1);
  }

  /** How often each name is counted by a metric in lines with that tag. */
  private static Map<String, Long> events(StatsdSocket statsd, String metric, String tag) {
    String prefix = "websocket.event:";
    Set<String> names =
        statsd.lines().stream()
            .map(StatsdLine::parse)
            .filter(line -> line.name().equals(metric) && line.tags().contains(tag))
            .flatMap(line -> line.tags().stream())
            .filter(found -> found.startsWith(prefix))
            .map(found -> found.substring(prefix.length()))
            .collect(Collectors.toSet());
    return names.stream()
        .collect(Collectors.toMap(name -> name, name -> statsd.total(metric, tag, event(name))));
  }

  private static String event(String name) {
    return "websocket.event:" + name;
  }
}
