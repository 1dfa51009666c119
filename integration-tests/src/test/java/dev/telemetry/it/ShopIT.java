package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Servlets, SQL and measured methods together, where super types come after their subtypes. */
final class ShopIT {

  @OnJava({8, 26})
  void shop_isMeasuredExactly(int java) {
    Outcome without = shop(java).run();
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome with = shop(java).agent(statsd.reporters() + METRICS).run();

      assertThat(with.stdout()).isEqualTo(without.stdout()).contains("batch 2");
      assertThat(with.exitCode()).isEqualTo(without.exitCode()).isZero();
      assertMeasured(statsd);
    }
  }

  /** What the shop's default metrics say, each operation once. */
  static void assertMeasured(StatsdSocket statsd) {
    String operation = "db.client.operation.duration";
    statsd.awaitTotal(14, operation);
    String request = "http.server.request.duration";
    String route = "http.route:/shop/books/*";
    assertThat(statsd.total(request, route, "http.response.status_code:200")).isEqualTo(4);
    assertThat(statsd.total(request, route, "http.response.status_code:404")).isEqualTo(1);
    assertThat(statsd.total(request, route, "http.response.status_code:500")).isEqualTo(1);
    assertThat(statsd.total(request)).isEqualTo(6);
    String books = "db.collection.name:books";
    assertThat(statsd.total(operation, "db.operation.name:INSERT", books)).isEqualTo(5);
    assertThat(statsd.total(operation, "db.operation.name:SELECT", books)).isEqualTo(5);
    assertThat(statsd.total(operation, "db.operation.name:UPDATE", books)).isEqualTo(1);
    assertThat(statsd.total(operation, "db.operation.name:SELECT", "db.collection.name:shelves"))
        .isEqualTo(1);
    assertThat(statsd.total(operation)).isEqualTo(14);
    assertThat(statsd.total("books.title.count")).isEqualTo(5);
  }

  /** A metric of the one measured method, beside the default ones. */
  static final String METRICS = "metrics:\n  - counter: books.title.count\n";

  /** The shop, ready to be started. */
  static ForkedJvm shop(int java) {
    return ForkedJvm.on(java).classPath(classPath()).program("example.shop.Main");
  }

  private static Path[] classPath() {
    Path[] libraries = {
      Artifacts.api(),
      Artifacts.library("tomcat-embed-core"),
      Artifacts.library("tomcat-annotations-api"),
      Artifacts.library("h2")
    };
    return Programs.all(Programs.jar("shop", libraries), libraries);
  }
}
