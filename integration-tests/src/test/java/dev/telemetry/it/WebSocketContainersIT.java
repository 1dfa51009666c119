package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.websocket.RawClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints in Undertow and in Jetty: each message is counted once, by its name. */
final class WebSocketContainersIT {
  private static final int JAVA = 17;
  private static final List<String> PATHS = List.of("/whole/{name}", "/parts", "/lambdas");

  @ParameterizedTest
  @ValueSource(strings = {"javax", "jakarta"})
  void undertow_isMeasuredExactly(String application) throws IOException {
    converse(application, "Undertow", new Habits(1006, 0, 404));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax", "jakarta"})
  void jetty_isMeasuredExactly(String application) throws IOException {
    converse(application, "Jetty", new Habits(1007, 1, 403));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jetty9", "jetty11", "jetty12"})
  void olderJetty_isMeasuredExactly(String application) throws IOException {
    converse(application, "Jetty", new Habits(1007, 1, 403));
  }

  private static void converse(String application, String server, Habits habits)
      throws IOException {
    try (StatsdSocket statsd = new StatsdSocket()) {
      try (RunningProcess running = server(statsd, application, server).start()) {
        String root = "127.0.0.1:" + running.awaitOutput("(?m)^port (\\d+)$").group(1);
        assertThatThrownBy(() -> new RawClient("ws://" + root + "/closed"))
            .hasMessageContaining(" " + habits.refusal + " ");
        // a page that is not there is no handshake that is refused
        assertThat(Http.get(URI.create("http://" + root + "/nowhere")).statusCode()).isEqualTo(404);
        for (String path : PATHS) {
          Speech.speak("ws://" + root + path.replace("{name}", "one"));
        }
        statsd.awaitTotal(PATHS.size(), "websocket.session.duration");
        running.terminate();
      }
      statsd.awaitAll();
      PATHS.forEach(path -> Speech.assertCounted(statsd, path, habits.code, habits.failed));
      assertRefused(statsd, habits.refusal);
    }
  }

  private static void assertRefused(StatsdSocket statsd, int status) {
    String[] tags = {"websocket.endpoint:/closed", "http.response.status_code:" + status};
    assertThat(statsd.total("websocket.session.refuse.count", tags)).isEqualTo(1);
    assertThat(statsd.total("websocket.session.refuse.count")).isEqualTo(1);
    assertThat(statsd.total("telemetry.handler.failures")).isZero();
  }

  /** With one container's libraries only, because each brings services that the other finds. */
  private static ForkedJvm server(StatsdSocket statsd, String application, String server) {
    String other = server.equals("Jetty") ? "undertow-.*" : "(jetty|websocket)-.*";
    Path[] jars =
        Arrays.stream(Artifacts.sockets(application))
            .filter(jar -> !jar.getFileName().toString().matches(other))
            .toArray(Path[]::new);
    return ForkedJvm.on(JAVA)
        .agent(statsd.reporters())
        .classPath(jars)
        .program("example.sockets." + server + "Server");
  }

  /**
   * What containers do, each in its way.
   *
   * @param code and what is failed, as {@link Speech#assertCounted} wants them
   * @param refusal the status of a response to a stranger
   */
  private record Habits(int code, int failed, int refusal) {}
}
