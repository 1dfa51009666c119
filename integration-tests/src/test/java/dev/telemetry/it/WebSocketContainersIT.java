package dev.telemetry.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints in Undertow and in Jetty: each message is counted once, by its name. */
final class WebSocketContainersIT {
  private static final int JAVA = 17;

  @ParameterizedTest
  @CsvSource({
    "javax, Undertow, 1006, 0",
    "jakarta, Undertow, 1006, 0",
    "javax, Jetty, 1007, 1",
    "jakarta, Jetty, 1007, 1"
  })
  void container_isMeasuredExactly(String packages, String server, int code, int failed)
      throws IOException {
    try (StatsdSocket statsd = new StatsdSocket()) {
      List<String> paths = List.of("/whole/{name}", "/parts", "/lambdas");
      try (RunningProcess running = server(statsd, packages, server).start()) {
        String port = running.awaitOutput("(?m)^port (\\d+)$").group(1);
        for (String path : paths) {
          Speech.speak("ws://127.0.0.1:" + port + path.replace("{name}", "one"));
        }
        statsd.awaitTotal(paths.size(), "websocket.session.duration");
        running.terminate();
      }
      statsd.awaitAll();
      paths.forEach(path -> Speech.assertCounted(statsd, path, code, failed));
    }
  }

  /** With one container's libraries only, because each brings services that the other finds. */
  private static ForkedJvm server(StatsdSocket statsd, String packages, String server) {
    String other = server.equals("Jetty") ? "undertow-.*" : "(jetty|websocket)-.*";
    Path[] jars =
        Arrays.stream(Artifacts.sockets(packages))
            .filter(jar -> !jar.getFileName().toString().matches(other))
            .toArray(Path[]::new);
    return ForkedJvm.on(JAVA)
        .agent(statsd.reporters())
        .classPath(jars)
        .program("example.sockets." + server + "Server");
  }
}
