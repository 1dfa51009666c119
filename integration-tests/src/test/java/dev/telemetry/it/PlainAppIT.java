package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An application that has nothing but measured methods and events of its own, on every Java. */
final class PlainAppIT {
  /** Calls of each method, and the application's own events. */
  private static final Map<String, Integer> CALLS = calls();

  @OnJava({8, 11, 17, 21, 25, 26})
  void measuredMethods_areCountedExactly(int java) {
    Outcome without = app(java).program("example.measured.Main").run();
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome with =
          app(java)
              .agent(statsd.reporters() + metrics())
              .flags(denials(java))
              .program("example.measured.Main")
              .run();

      assertThat(with.stdout()).isEqualTo(without.stdout()).contains("fibonacci 5");
      assertThat(with.exitCode()).isEqualTo(without.exitCode()).isZero();
      assertThat(with.told("WARNING")).isEmpty();
      statsd.awaitTotal(3, "invoices.refuse.count");
      CALLS.forEach(
          (name, times) ->
              assertThat(statsd.total(name + ".count"))
                  .as(name + " in\n" + String.join("\n", statsd.lines()) + with.stderr())
                  .isEqualTo((long) times));
      assertThat(statsd.total("invoices.refuse.count", "customer:customer_0")).isEqualTo(2);
      assertThat(
              statsd.total("invoices.refuse.count", "error.type:java.lang.IllegalStateException"))
          .isEqualTo(3);
      assertThat(statsd.total("invoices.total.duration")).isEqualTo(7);
    }
  }

  @OnJava({8, 26})
  void withoutConfiguration_nothingChangesAndOneLineTellsOfTheStart(int java) {
    Outcome without = app(java).program("example.measured.Main").run();
    Outcome with = app(java).agent().flags(denials(java)).program("example.measured.Main").run();

    assertThat(with.stdout()).isEqualTo(without.stdout());
    assertThat(with.exitCode()).isEqualTo(without.exitCode());
    // another JVM of this machine may have the port: that is a line of its own
    assertThat(with.stderr().lines().filter(line -> !line.contains("http: port")))
        .hasSize(1)
        .allMatch(line -> line.startsWith("telemetry: "));
  }

  private static ForkedJvm app(int java) {
    Path jar = Programs.jar("measured", Artifacts.api());
    return ForkedJvm.on(java).classPath(jar, Artifacts.api());
  }

  /** Newer Java refuses, or warns of, what an agent must no longer do. */
  private static String[] denials(int java) {
    return java < 24
        ? new String[0]
        : new String[] {"--sun-misc-unsafe-memory-access=deny", "--illegal-native-access=deny"};
  }

  private static String metrics() {
    StringBuilder yaml = new StringBuilder("metrics:\n");
    CALLS
        .keySet()
        .forEach(
            name ->
                yaml.append("  - {counter: ")
                    .append(name)
                    .append(".count, tags: [customer, error.type]}\n"));
    return yaml.append("  - distribution: invoices.total.duration\n").toString();
  }

  private static Map<String, Integer> calls() {
    Map<String, Integer> calls = new LinkedHashMap<>();
    calls.put("invoices.total", 7);
    calls.put("invoices.round", 7);
    calls.put("invoices.fibonacci", 15);
    calls.put("invoices.add", 3);
    calls.put("invoices.with.many.arguments", 1);
    calls.put("invoices.settle", 2);
    calls.put("invoices.refuse", 3);
    calls.put("books.open", 2);
    calls.put("books.close", 1);
    calls.put("greeting.greeting", 1);
    calls.put("order.placed", 2);
    return calls;
  }
}
