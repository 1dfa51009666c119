package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The demo application, which knows nothing of the agent: the metrics it is there to show. */
@Execution(ExecutionMode.CONCURRENT)
final class DemoIT {
  private static final int JAVA = 17;

  @Test
  void datadogFlavour_carriesTheSeedsMetrics() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      use(statsd, "datadog");

      String request = "http.server.request.duration";
      statsd.awaitTotal(1, "login.count", "result:success");
      assertThat(statsd.total("login.count", "result:success")).isEqualTo(1);
      assertThat(statsd.total("login.count", "result:failure")).isEqualTo(2);
      assertThat(statsd.total(request, "http.route:/", "http.response.status_code:200"))
          .isEqualTo(2);
      assertThat(statsd.total(request, "http.route:/users/{id}")).isEqualTo(1);
      assertThat(statsd.total(request, "http.route:/register", "http.response.status_code:303"))
          .isEqualTo(1);
      assertThat(
              statsd.total(
                  "http.server.request.count",
                  "code.function.name:dev.telemetry.demo.accounts.LoginController.login"))
          .isEqualTo(3);
      String users = "db.collection.name:users";
      assertThat(statsd.total("db.client.operation.duration", "db.operation.name:INSERT", users))
          .isEqualTo(1);
      assertThat(statsd.total("db.client.operation.count", "db.operation.name:INSERT", users))
          .isEqualTo(1);
      assertThat(statsd.total("db.client.operation.count", "db.operation.name:SELECT", users))
          .isEqualTo(3);
      assertThat(statsd.total("password.hash.duration", "purpose:register")).isEqualTo(1);
      assertThat(statsd.total("password.hash.duration")).isGreaterThanOrEqualTo(4);
      assertThat(statsd.total("page.load.duration")).isEqualTo(2);
      assertThat(statsd.lines())
          .anyMatch(line -> line.matches("jvm\\.memory\\.used:[0-9.]+\\|g\\|#jvm\\.memory.*"))
          .anyMatch(line -> line.matches("jvm\\.thread\\.count:\\d+\\|g\\|#jvm\\.thread.*"))
          .anyMatch(line -> line.matches("jvm\\.cpu\\.recent_utilization:[0-9.]+\\|g.*"));
    }
  }

  @Test
  void callsToThePartner_areCountedByTheirOutcome() {
    assertPartner("0", "success", "200");
    assertPartner("1", "failure", "503");
  }

  private static void assertPartner(String failures, String result, String status) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Path file = Artifacts.demoConfiguration();
      ForkedJvm jvm = demo(ForkedJvm.on(JAVA), file, statsd, "datadog");
      try (RunningProcess demo = jvm.program("--demo.partner.failure-ratio=" + failures).start()) {
        Http.get(root(demo).resolve("/offers"));
        demo.terminate();
      }

      statsd.awaitTotal(1, "partner.call.count", "result:" + result);
      assertThat(statsd.total("partner.call.count")).isEqualTo(1);
      assertThat(
              statsd.total(
                  "http.client.request.duration",
                  "server.address:127.0.0.1",
                  "url.template:/partner/offers",
                  "http.response.status_code:" + status))
          .isEqualTo(1);
    }
  }

  @Test
  void numbersOfTheApplication_arePolledAndItsOwnEventIsCounted() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Path file = Artifacts.demoConfiguration();
      ForkedJvm jvm = ForkedJvm.on(JAVA);
      try (RunningProcess demo =
          demo(jvm, file, statsd, "datadog").program("--demo.letters.each=10ms").start()) {
        visit(root(demo));
        statsd.awaitTotal(1, "letter.sent.count", "letter.kind:welcome");
        statsd.awaitLine("shop\\.letters\\.waiting:0\\|g.*");
        statsd.awaitLine("shop\\.sessions\\.active:2\\|g.*");
        demo.terminate();
      }
    }
  }

  @Test
  void metricThatIsAddedWhileItRuns_countsAndTheOthersGoOn() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm jvm = ForkedJvm.on(JAVA);
      String file = Trees.read(Artifacts.demoConfiguration());
      Path copy = jvm.write("telemetry.yaml", file);
      try (RunningProcess demo = demo(jvm, copy, statsd, "datadog").start()) {
        URI root = root(demo);
        status(200, Http.get(root.resolve("/login")));
        String visits = "\nmetrics:\n  - {counter: visits, event: http.server.request}\n";
        jvm.write("telemetry.yaml", file.replace("\nmetrics:\n", visits));
        demo.awaitOutput("reloaded .*telemetry.yaml: metrics \\+visits");
        status(200, Http.get(root.resolve("/login")));
        status(200, Http.get(root.resolve("/register")));
        demo.terminate();
      }

      statsd.awaitTotal(2, "visits");
      assertThat(statsd.total("visits")).isEqualTo(2);
      assertThat(statsd.total("http.server.request.count")).isEqualTo(3);
      assertThat(statsd.total("http.server.request.duration")).isEqualTo(3);
    }
  }

  @Test
  void standardFlavour_foldsTagsIntoTheName() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      use(statsd, "standard");

      statsd.awaitTotal(1, "login.count.success");
      assertThat(statsd.total("login.count.success")).isEqualTo(1);
      assertThat(statsd.total("login.count.failure")).isEqualTo(2);
      assertThat(statsd.lines())
          .contains("login.count.success:1|c")
          .noneMatch(l -> l.contains("#"));
      assertThat(statsd.lines()).anyMatch(l -> l.matches("password\\.hash\\.duration\\..*\\|ms"));
    }
  }

  /** As {@code ./demo} starts it: its own file, the reporter's port and flavour by property. */
  private static void use(StatsdSocket statsd, String flavor) {
    Path file = Artifacts.demoConfiguration();
    try (RunningProcess demo = demo(ForkedJvm.on(JAVA), file, statsd, flavor).start()) {
      visit(root(demo));
      demo.terminate();
    }
  }

  private static ForkedJvm demo(ForkedJvm jvm, Path file, StatsdSocket statsd, String flavor) {
    return jvm.flags("-javaagent:" + Artifacts.agent() + "=" + file)
        .flags("-Dtelemetry.reporters.statsd.port=" + statsd.port())
        .flags("-Dtelemetry.reporters.statsd.flavor=" + flavor)
        .program("-jar", Artifacts.demo().toString(), "--server.port=0")
        .program("--server.address=127.0.0.1")
        .program("--demo.landing.min=0s", "--demo.landing.max=10ms");
  }

  private static URI root(RunningProcess demo) {
    String port = demo.awaitOutput("http://localhost:(\\d+)/").group(1);
    return URI.create("http://127.0.0.1:" + port);
  }

  private static void visit(URI root) {
    String person = "name=ada&password=correct+horse";
    status(200, Http.get(root.resolve("/")));
    status(200, Http.get(root.resolve("/")));
    HttpResponse<String> registered = Http.post(root.resolve("/register"), person);
    status(303, registered);
    status(303, Http.post(root.resolve("/login"), person));
    status(401, Http.post(root.resolve("/login"), "name=ada&password=wrong+horse"));
    status(401, Http.post(root.resolve("/login"), "name=nobody&password=wrong+horse"));
    Http.get(root.resolve(registered.headers().firstValue("Location").orElseThrow()));
    Http.get(root.resolve("/partner/offers"));
  }

  private static void status(int expected, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.toString()).isEqualTo(expected);
  }
}
