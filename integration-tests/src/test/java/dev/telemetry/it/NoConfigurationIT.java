package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The jar alone: what it measures can be looked at on this machine and goes nowhere. */
@Execution(ExecutionMode.CONCURRENT)
final class NoConfigurationIT {

  /** Four, and one for the reporter that is on without a configuration: Prometheus at the port. */
  private static final int THREADS = 5;

  private static final int USUAL_PORT = 9470;

  /** Each port is tried once, from the usual one on. */
  private static final int TRIES = 10;

  @OnJava({8, 26})
  void jarAlone_answersOnLoopbackAndSendsNothing(int java) {
    OpenSockets.require();
    try (Library library = Library.open(java, Library.on(java).agent())) {
      Visits.make(library);
      List<String> outgoing = new ArrayList<>();
      while (library.told("after 10 s").isEmpty()) {
        outgoing.addAll(OpenSockets.outgoing(library.pid()));
      }
      int port = port(library);

      assertThat(outgoing).isEmpty();
      assertThat(port).isBetween(USUAL_PORT, USUAL_PORT + TRIES - 1);
      assertThat(OpenSockets.listening(library.pid())).contains(port).hasSize(2);
      assertThat(library.agentThreads()).isNotEmpty().hasSizeLessThanOrEqualTo(THREADS);
      assertThat(get(port, "/metrics").body())
          .containsPattern(
              "http_server_request_count_total\\{[^}]*status_code=\"200\"[^}]*} "
                  + Visits.PAGES
                  + ".0\n");
      assertThat(get(port, "/status").body()).contains("\"name\":\"prometheus\"");
      assertThat(library.end().told("at the end")).isEmpty();
    }
  }

  private static int port(Library library) {
    List<String> moved = library.told("http: port");
    return moved.isEmpty()
        ? USUAL_PORT
        : Integer.parseInt(moved.get(0).replaceAll(".*listening at http://127.0.0.1:", ""));
  }

  private static HttpResponse<String> get(int port, String path) {
    HttpResponse<String> answer = Http.get(URI.create("http://127.0.0.1:" + port + path));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }
}
