package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The page that tells what the agent does, of an application that runs. */
final class StatusIT {
  private static final int JAVA = 17;
  private static final String FILE =
      "http: {port: 0}\nreload: {every: 50ms}\nmetrics: [%s: order.%s]\n";
  private static final String IN_FORCE = "\"metrics[0].counter\":\"order.later\"";

  @Test
  void page_tellsWhatBecameOfTheLastReload() {
    ForkedJvm jvm = Library.on(JAVA).agent(FILE.formatted("counter", "first"));
    try (Library library = Library.open(JAVA, jvm)) {
      int port = library.agentPort();
      assertThat(page(port)).contains("\"reload\":null", "\"metrics[0].counter\":\"order.first\"");

      jvm.write("telemetry.yaml", FILE.formatted("counter", "later"));
      await(port, "\"result\":\"taken over\",\"said\":[\"reloaded ");
      assertThat(page(port)).contains(IN_FORCE, "metrics +order.later -order.first\"]}");

      jvm.write("telemetry.yaml", FILE.formatted("conter", "never"));
      await(port, "\"result\":\"refused\"");
      assertThat(page(port))
          .contains(IN_FORCE, "telemetry.yaml:3:11: metrics[0]: expected counter");
    }
  }

  private static void await(int port, String words) {
    Waiting.until(RunningProcess.DEADLINE, () -> page(port).contains(words), () -> page(port));
  }

  private static String page(int port) {
    return Http.get(URI.create("http://127.0.0.1:" + port + "/status")).body();
  }
}
