package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.it.Tomcat.RunningTomcat;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tomcat's own examples, unchanged: what arrives is what was asked for, and no more. */
@Execution(ExecutionMode.CONCURRENT)
final class TomcatIT {
  private static final String DURATION = "http.server.request.duration";
  private static final String COUNT = "requests.count";
  private static final String METRICS =
      """
      metrics:
        - counter: requests.count
          event: http.server.request
          tags: [http.request.method, http.route, http.response.status_code]
      """;

  private static final String SERVLETS = "/examples/servlets/servlet/";
  private static final List<Visit> VISITS =
      List.of(
          new Visit(5, "GET", SERVLETS + "HelloWorldExample", 200),
          new Visit(2, "HEAD", SERVLETS + "HelloWorldExample", 200),
          new Visit(3, "GET", SERVLETS + "RequestInfoExample/any/thing", 200)
              .on("servlets/servlet/RequestInfoExample/*"),
          new Visit(2, "POST", SERVLETS + "RequestParamExample", 200),
          new Visit(1, "PUT", SERVLETS + "HelloWorldExample", 405),
          new Visit(2, "GET", "/examples/jsp/jsp2/el/basic-arithmetic.jsp", 200).on("*.jsp"),
          new Visit(2, "GET", "/examples/jsp/include/include.jsp", 200).on("*.jsp"),
          new Visit(2, "GET", "/examples/jsp/error/err.jsp?name=infiniti", 500).on("*.jsp"),
          new Visit(1, "GET", "/examples/jsp/absent.jsp", 404).on("*.jsp"),
          new Visit(2, "GET", "/examples/servletToJsp", 200),
          new Visit(2, "GET", "/examples/servlets/index.html", 200).on("*"),
          new Visit(2, "GET", "/examples/no/such/page", 404).on("*"),
          new Visit(1, "POST", "/examples/servlets/nonblocking/bytecounter", 200),
          new Visit(2, "GET", "/examples/async/async0", 200),
          new Visit(2, "GET", "/examples/async/async1", 200),
          new Visit(2, "GET", "/examples/async/async2", 200),
          new Visit(2, "GET", "/examples/async/async3", 200));

  /** An answer without an end, from which the reader goes away. */
  private static final Visit ENDLESS = new Visit(1, "GET", "/examples/async/stockticker", 200);

  @OnJava({8, 26})
  void tomcat9_isMeasuredExactly(int java) {
    compare("9.0", java);
  }

  @OnJava({11, 26})
  void tomcat10_isMeasuredExactly(int java) {
    compare("10.1", java);
  }

  @OnJava({17, 26})
  void tomcat11_isMeasuredExactly(int java) {
    compare("11.0", java);
  }

  private static void compare(String line, int java) {
    CompletableFuture<ContainerLog> without =
        CompletableFuture.supplyAsync(() -> visit(new Tomcat(line, java)));
    try (StatsdSocket statsd = new StatsdSocket()) {
      Tomcat tomcat = new Tomcat(line, java).agent(statsd.reporters() + METRICS);
      ContainerLog with = visit(tomcat);
      statsd.awaitTotal(1, COUNT, ENDLESS.tags());
      assertExact(statsd);
      assertThat(without.join().differences(with)).isEmpty();
      assertThat(with.outcome().exitCode()).isEqualTo(without.join().outcome().exitCode());
    }
  }

  /**
   * Makes all visits, a known number of times. The last is over once the server has noticed that
   * its reader is gone: one that is told to end before writes other things.
   */
  private static ContainerLog visit(Tomcat tomcat) {
    try (RunningTomcat running = tomcat.shipped("examples").start()) {
      List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
      for (Visit visit : VISITS) {
        for (int i = 0; i < visit.times; i++) {
          CompletableFuture<HttpResponse<String>> answer = visit.send(running.root());
          if (visit.path.contains("/async/")) {
            waiting.add(answer);
          } else {
            assertThat(answer.join().statusCode()).as(visit.path).isEqualTo(visit.status);
          }
        }
      }
      waiting.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
      Http.readAndAbort(running.root().resolve(ENDLESS.path), 6);
      running.awaitEndOf("Ticker Thread");
      return running.stop();
    }
  }

  private static void assertExact(StatsdSocket statsd) {
    for (String metric : List.of(DURATION, COUNT)) {
      assertThat(statsd.total(metric, ENDLESS.tags())).isEqualTo(1);
      for (Visit visit : VISITS) {
        assertThat(statsd.total(metric, visit.tags()))
            .as(metric + List.of(visit.tags()) + " in\n" + String.join("\n", statsd.lines()))
            .isEqualTo(timesOf(visit));
      }
      int all = VISITS.stream().mapToInt(visit -> visit.times).sum();
      assertThat(statsd.total(metric)).as("every %s", metric).isEqualTo(all + 1);
    }
  }

  /** Several visits may share route, method and status. */
  private static int timesOf(Visit visit) {
    List<String> tags = List.of(visit.tags());
    return VISITS.stream()
        .filter(other -> List.of(other.tags()).equals(tags))
        .mapToInt(other -> other.times)
        .sum();
  }

  /** One page, asked for several times. */
  private record Visit(int times, String method, String path, int status, String route) {

    /** A page whose route is its path. */
    Visit(int times, String method, String path, int status) {
      this(times, method, path, status, path);
    }

    /** The same page with the route that its servlet's mapping gives. */
    Visit on(String mapping) {
      return new Visit(times, method, path, status, "/examples/" + mapping);
    }

    CompletableFuture<HttpResponse<String>> send(URI root) {
      return Http.send(method, root.resolve(path));
    }

    String[] tags() {
      return new String[] {
        "http.request.method:" + method,
        "http.route:" + route,
        "http.response.status_code:" + status
      };
    }
  }
}
