package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.it.Tomcat.RunningTomcat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An application's own copy of the API, wherever it is loaded, shares the one bus. */
final class ApiCopiesIT {
  private static final String METRICS =
      """
      metrics:
        - {counter: order.placed.count, tags: [shop]}
        - {sum: order.placed.amount, tags: [shop]}
        - {counter: order.delivery.count}
        - {counter: orders.pack.count}
      """;

  @OnJava({8, 26})
  void classPath(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome outcome =
          ForkedJvm.on(java)
              .agent(statsd.reporters() + METRICS)
              .classPath(copies(), Artifacts.api())
              .program("example.copies.OwnCopy")
              .run();

      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      assertHeard(outcome, "own", 3, 1);
      assertSent(statsd, 1);
    }
  }

  @OnJava({8, 11, 17, 25})
  void childFirstLoaders(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome outcome =
          ForkedJvm.on(java)
              .agent(statsd.reporters() + METRICS)
              .classPath(copies(), Artifacts.api())
              .program("example.copies.ChildFirst")
              .run();

      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      assertHeard(outcome, "own", 9, 3);
      assertHeard(outcome, "first", 6, 2);
      assertHeard(outcome, "second", 3, 1);
      assertSent(statsd, 3);
    }
  }

  @OnJava({11, 25})
  void modulePath_asAutomaticModule(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Path module = Programs.classes("11", List.of("copies", "modular"), Artifacts.api());
      Outcome outcome =
          ForkedJvm.on(java)
              .agent(statsd.reporters() + METRICS)
              .flags("--module-path", ForkedJvm.path(module, Artifacts.api()))
              .program("-m", "example.copies/example.copies.OwnCopy")
              .run();

      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      assertHeard(outcome, "own", 3, 1);
      assertSent(statsd, 1);
    }
  }

  @OnJava({8, 17})
  void fatJar_withANewerCopy(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome outcome =
          ForkedJvm.on(java)
              .agent(statsd.reporters() + METRICS)
              .program("-jar", fatJar().toString())
              .run();

      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      assertThat(outcome.stdout()).startsWith("newer yes\n");
      assertHeard(outcome, "own", 3, 1);
      assertSent(statsd, 1);
    }
  }

  @OnJava(8)
  void webApplications_onTomcat9(int java) {
    assertWebApplications("9.0", java);
  }

  @OnJava(25)
  void webApplications_onTomcat11(int java) {
    assertWebApplications("11.0", java);
  }

  private static void assertWebApplications(String line, int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Tomcat tomcat =
          new Tomcat(line, java)
              .agent(statsd.reporters() + METRICS)
              .application("first", webApplication("first"))
              .application("second", webApplication("second"));
      ContainerLog log;
      try (RunningTomcat running = tomcat.start()) {
        assertThat(Http.get(running.root().resolve("/first/")).body()).contains("done first");
        assertThat(Http.get(running.root().resolve("/second/")).body()).contains("done second");
        log = running.stop();
      }
      assertHeard(log.outcome(), "first", 6, 2);
      assertHeard(log.outcome(), "second", 3, 1);
      assertThat(log.outcome().stdout())
          .contains(
              "first heard http.server.request.stop", "second heard http.server.request.stop");
      assertSent(statsd, 2);
    }
  }

  /** What a shop's handlers print: events of this and other copies, and the agent's own. */
  private static void assertHeard(Outcome outcome, String shop, int placed, int packed) {
    assertThat(outcome.stdout().lines())
        .filteredOn((shop + " heard order.placed")::equals)
        .as(outcome.toString())
        .hasSize(placed);
    for (String event : List.of("orders.pack.stop", "order.delivery.stop")) {
      assertThat(outcome.stdout().lines())
          .filteredOn((shop + " heard " + event)::equals)
          .as(event + " in " + outcome)
          .hasSize(packed);
    }
  }

  private static void assertSent(StatsdSocket statsd, int shops) {
    statsd.awaitTotal(shops, "orders.pack.count");
    assertThat(statsd.total("order.placed.count")).isEqualTo(3L * shops);
    assertThat(statsd.total("order.placed.amount")).isEqualTo(15L * shops);
    assertThat(statsd.total("order.delivery.count")).isEqualTo(shops);
    assertThat(statsd.total("orders.pack.count")).isEqualTo(shops);
  }

  private static Path copies() {
    return Programs.jar("copies", Artifacts.api());
  }

  /** As Spring Boot packs it: the application's classes and its libraries inside one jar. */
  private static Path fatJar() {
    Path newer = NewerApi.jar();
    Path classes = Programs.classes("8", List.of("copies", "newer"), newer);
    Path jar = ForkedJvm.workingFolder().resolve("fat.jar");
    return Programs.pack(
        jar,
        Programs.manifest(
            "Main-Class", "org.springframework.boot.loader.JarLauncher",
            "Start-Class", "example.newer.Main",
            "Spring-Boot-Classes", "BOOT-INF/classes/",
            "Spring-Boot-Lib", "BOOT-INF/lib/"),
        Map.of(
            "org/", Programs.unpack(Artifacts.library("spring-boot-loader")).resolve("org"),
            "BOOT-INF/classes/", classes,
            "BOOT-INF/lib/telemetry-api.jar", newer));
  }

  /** A page that runs the orders by the copy of the API in its own WEB-INF/lib. */
  private static Path webApplication(String name) {
    Path folder = ForkedJvm.workingFolder();
    Trees.copy(Artifacts.api(), folder.resolve("WEB-INF/lib/telemetry-api.jar"));
    Trees.copy(copies(), folder.resolve("WEB-INF/lib/orders.jar"));
    Trees.write(
        folder.resolve("index.jsp"),
        "<% new example.copies.Orders(\"" + name + "\").run(); %>done " + name);
    return folder;
  }
}
