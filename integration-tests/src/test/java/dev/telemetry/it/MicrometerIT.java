package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The meters of an application that has its own Micrometer, at a StatsD socket. */
final class MicrometerIT {
  private static final String LOWEST = "micrometer-core-lowest";
  private static final String NEWEST = "micrometer-core";
  private static final int NUMBER = 10_000;

  @OnJava({8, 26})
  void newestMicrometer_isForwardedExactly(int java) {
    forwardedExactly(java, NEWEST);
  }

  @OnJava({8, 26})
  void lowestMicrometer_isForwardedExactly(int java) {
    forwardedExactly(java, LOWEST);
  }

  private static void forwardedExactly(int java, String micrometer) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome outcome =
          app(java, micrometer)
              .agent(statsd.reporters() + "instrumentations: {micrometer: {enabled: true}}\n")
              .run();
      statsd.awaitAll();

      assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
      assertThat(outcome.stdout()).contains("counted " + NUMBER);
      assertThat(statsd.total("shop.orders", "kind:card")).isEqualTo(NUMBER / 2);
      assertThat(statsd.total("shop.orders", "kind:cash")).isEqualTo(NUMBER / 2);
      assertThat(statsd.total("shop.call.count")).isEqualTo(NUMBER);
      assertThat(statsd.lines()).contains("shop.queue:7|g");
      assertThat(statsd.total("micrometer.registry.count", "micrometer.registry.forwarded:true"))
          .isEqualTo(2);
    }
  }

  @OnJava({8, 26})
  void micrometer_isLeftAloneUnlessAskedFor(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome outcome = app(java, NEWEST).agent(statsd.reporters()).run();
      statsd.awaitAll();

      assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
      assertThat(statsd.lines()).isNotEmpty().noneMatch(line -> line.startsWith("shop."));
    }
  }

  private static ForkedJvm app(int java, String micrometer) {
    Path[] libraries = {
      Artifacts.library(micrometer),
      Artifacts.library("micrometer-commons"),
      Artifacts.library("micrometer-observation"),
      Artifacts.library("HdrHistogram"),
      Artifacts.library("LatencyUtils")
    };
    Path program = Programs.jar("meters", libraries);
    return ForkedJvm.on(java)
        .classPath(Programs.all(program, libraries))
        .program("example.meters.Main", Integer.toString(NUMBER), "3000");
  }
}
