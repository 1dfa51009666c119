package dev.telemetry.instrumentation.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.servlet.ServletModule;
import dev.telemetry.instrumentation.testing.LibraryLoader;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds in every container: one start and one end for each request, however it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerContract {
  private static final String START = "http.server.request.start";
  private static final String STOP = "http.server.request.stop";
  private static final String EXCEPTION = "http.server.request.exception";

  @RegisterExtension final Woven woven = new Woven(new ServletModule());

  private final HttpClient client = HttpClient.newHttpClient();
  private final String container;
  private final String serverType;
  private final Map<String, String> renamings;
  private @Nullable LibraryLoader loader;
  private @Nullable Server server;
  private int port;

  ContainerContract(String container, String serverType, Map<String, String> renamings) {
    this.container = container;
    this.serverType = serverType;
    this.renamings = renamings;
  }

  @BeforeAll
  void startContainer() throws Exception {
    Path folder = Path.of("target", "containers", container);
    LibraryLoader opened = LibraryLoader.of(ContainerContract.class, folder, renamings);
    loader = opened;
    server = opened.make(Server.class, serverType);
    port = asContainer(server::start);
  }

  @AfterAll
  void stopContainer() throws Exception {
    if (server != null) {
      server.stop();
    }
    if (loader != null) {
      loader.close();
    }
  }

  @Test
  void request_startsAndStopsOnce() throws Exception {
    assertThat(get("/app/hello")).isEqualTo(200);

    assertThat(end(STOP).metadata())
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.scheme", "http")
        .containsEntry("http.route", "/app/hello")
        .containsEntry("http.response.status_code", 200)
        .containsEntry(
            "code.function.name",
            "dev.telemetry.instrumentation.servlet.containers.inside.Application$ActionServlet"
                + ".service")
        .doesNotContainKey("error.type");
  }

  @ParameterizedTest
  @CsvSource({
    "/app/hello, /app/hello",
    "/app/greet/a/b?c=d, /app/greet/*",
    "/app/greet, /app/greet/*",
    "/app/x/y.hi, /app/*.hi",
    "/app/files/4711, /app/files/*",
    "/app/forward, /app/forward",
    "/app/include, /app/include"
  })
  void route_isTheMappingOfTheFirstServlet(String path, String route) throws Exception {
    assertThat(get(path)).isEqualTo(200);

    assertThat(end(STOP).metadata()).containsEntry("http.route", route);
  }

  @ParameterizedTest
  @CsvSource({"/app/missing, 404, ", "/app/busy, 503, 503"})
  void sentError_isTheStatus(String path, int status, @Nullable String errorType) throws Exception {
    assertThat(get(path)).isEqualTo(status);

    RecordedEvent end = end(STOP);
    assertThat(end.metadata())
        .containsEntry("http.route", path)
        .containsEntry("http.response.status_code", status);
    assertThat(end.metadata().get("error.type")).isEqualTo(errorType);
  }

  @ParameterizedTest
  @CsvSource({
    "/app/broken, 500, java.lang.IllegalStateException",
    "/app/wrapped, 500, java.io.IOException",
    "/app/async/throws, 500, java.lang.IllegalStateException",
    "/app/async/dispatch-throws, 500, java.lang.IllegalStateException"
  })
  void exception_isTheEnd(String path, int status, String errorType) throws Exception {
    assertThat(get(path)).isEqualTo(status);

    RecordedEvent end = end(EXCEPTION);
    assertThat(end.error())
        .isNotNull()
        .extracting(e -> e.getClass().getName())
        .isEqualTo(errorType);
    assertThat(end.metadata())
        .containsEntry("http.route", path)
        .containsEntry("http.response.status_code", status)
        .containsEntry("error.type", errorType);
  }

  @Test
  void unavailableServlet_is503() throws Exception {
    assertThat(get("/app/unavailable")).isEqualTo(503);

    // Jetty answers it before the filters are left, Tomcat afterwards
    awaitBarrier();
    assertThat(woven.events().endsOf("http.server.request")).hasSize(2);
    assertThat(woven.events().endsOf("http.server.request").get(0).metadata())
        .containsEntry("http.response.status_code", 503)
        .containsKey("error.type");
  }

  @Test
  void exceptionBehindASentStatus_leavesIt() {
    try {
      assertThat(get("/app/committed")).isEqualTo(200);
    } catch (IOException | InterruptedException cutOff) {
      // which of both is the container's affair
    }

    assertThat(end(EXCEPTION).metadata()).containsEntry("http.response.status_code", 200);
  }

  @ParameterizedTest
  @CsvSource({
    "/app/async/at-once, 200",
    "/app/async/complete, 202",
    "/app/async/dispatch, 203",
    "/app/async/start, 200",
    "/app/async/timeout-dispatched, 204"
  })
  void asyncRequest_endsWhenItIsComplete(String path, int status) throws Exception {
    assertThat(get(path)).isEqualTo(status);

    assertThat(end(STOP).metadata())
        .containsEntry("http.route", path)
        .containsEntry("http.response.status_code", status)
        .doesNotContainKey("error.type");
  }

  @ParameterizedTest
  @CsvSource({"/app/async/timeout", "/app/async/timeout-answered"})
  void asyncTimeout_isAnError(String path) throws Exception {
    int status = get(path);

    assertThat(end(STOP).metadata())
        .containsEntry("http.response.status_code", status)
        .containsEntry("error.type", "timeout");
  }

  @Test
  void asyncRequest_lastsUntilItIsComplete() throws Exception {
    get("/app/async/complete");

    assertThat(end(STOP).measurements().getOrDefault("duration", 0).longValue())
        .isGreaterThan(29_000_000L);
  }

  @Test
  void pathOfNoServlet_isNeverTheRoute() throws Exception {
    assertThat(get("/app/nobody/4711")).isEqualTo(404);

    awaitBarrier();
    assertThat(woven.events().endsOf("http.server.request"))
        .extracting(e -> String.valueOf(e.metadata().get("http.route")))
        .allSatisfy(route -> assertThat(route).doesNotContain("nobody"));
  }

  @ParameterizedTest
  @CsvSource({"/app/health", "/app/health/forward", "/app/files/style.css;v=1"})
  void ignoredPath_emitsNothing(String path) throws Exception {
    assertThat(get(path)).isEqualTo(200);

    awaitBarrier();
    assertThat(woven.events().names()).containsExactlyInAnyOrder(START, STOP);
  }

  @Test
  void userTags_areTakenFromHeaderQueryAndSession() throws Exception {
    woven
        .weaving()
        .configure(
            Map.of(
                "servlet",
                InstrumentationSettings.none()
                    .with(
                        "tags",
                        Map.of(
                            "tenant", InstrumentationSettings.none().with("header", "X-Tenant"),
                            "page", InstrumentationSettings.none().with("query", "page"),
                            "plan", InstrumentationSettings.none().with("session", "plan")))));
    try {
      assertThat(get("/app/tagged?page=a%20b")).isEqualTo(200);

      assertThat(end(STOP).metadata())
          .containsEntry("webapp", "/app")
          .containsEntry("tenant", "acme")
          .containsEntry("page", "a b")
          .containsEntry("plan", "gold");
    } finally {
      woven.weaving().configure(Map.of());
    }
  }

  @Test
  void requests_areCountedExactlyOverOneConnection() throws Exception {
    List<String> paths =
        List.of("/app/hello", "/app/async/complete", "/app/broken", "/app/missing", "/app/forward");
    for (int i = 0; i < 100; i++) {
      get(paths.get(i % paths.size()));
    }

    awaitBarrier();
    for (String path : paths) {
      assertThat(woven.events().endsOf("http.server.request"))
          .filteredOn(e -> path.equals(e.metadata().get("http.route")))
          .as(path)
          .hasSize(path.equals("/app/hello") ? 21 : 20);
    }
    assertThat(woven.events().named(START)).hasSize(101);
  }

  private int get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("X-Tenant", "acme")
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  /** Returns the one end that there has been, once a later request has ended too. */
  private RecordedEvent end(String name) {
    awaitEnds(1);
    awaitBarrier();
    assertThat(woven.events().names()).containsExactlyInAnyOrder(START, name, START, STOP);
    return woven.events().endsOf("http.server.request").get(0);
  }

  /** What an error page or a late callback would emit is there when a later request has ended. */
  private void awaitBarrier() {
    int started = woven.events().named(START).size();
    try {
      get("/app/hello");
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
    awaitEnds(started + 1);
  }

  private void awaitEnds(int count) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (woven.events().endsOf("http.server.request").size() < count
        && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(woven.events().endsOf("http.server.request")).hasSizeGreaterThanOrEqualTo(count);
  }

  /** Containers look things up by the thread's loader. */
  private <T> T asContainer(java.util.concurrent.Callable<T> task) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return task.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
