package dev.telemetry.instrumentation.servlet;

import static dev.telemetry.instrumentation.servlet.FakeContainer.EXCEPTION;
import static dev.telemetry.instrumentation.servlet.FakeContainer.START;
import static dev.telemetry.instrumentation.servlet.FakeContainer.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.InstrumentationSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.implementation.FixedValue;
import org.junit.jupiter.api.Test;

/** What users set for requests. */
class ServletSettingsTest {
  private final FakeContainer container = new FakeContainer();
  private final FakeContainer.Request request = new FakeContainer.Request();
  private final FakeContainer.Response response = new FakeContainer.Response();
  private final FakeContainer.Servlet servlet = new FakeContainer.Servlet("/orders/*");

  private void nothing() {}

  @Test
  void ignoredRequest_emitsNothingWhateverItIsForwardedTo() {
    request.uri = "/shop/health";
    request.application = "/shop";
    container.filter(
        request,
        response,
        () -> {
          request.uri = "/shop/orders/1";
          request.dispatch = "FORWARD";
          container.serve(servlet, request, response, this::nothing);
        });
    request.dispatch = "ERROR";
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.names).isEmpty();
  }

  @Test
  void requestObjectOfAnIgnoredOne_isCountedWhenReused() {
    request.uri = "/style.css";
    container.filter(request, response, this::nothing);
    request.uri = "/orders/1";
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.names).containsExactly(START, STOP);
  }

  @Test
  void ignoreList_takesTheDefaultsPlace() {
    configure(InstrumentationSettings.none().with("ignore", List.of("/orders/*")));
    request.uri = "/style.css";
    container.filter(request, response, this::nothing);
    request.uri = "/orders/1";
    container.filter(request, response, this::nothing);

    assertThat(container.names).containsExactly(START, STOP);
  }

  @Test
  void lists_canHaveTheDefaultsToo() {
    configure(
        InstrumentationSettings.none()
            .with("ignore", List.of("default", "/orders/*"))
            .with("failures", List.of("404", "default")));
    request.uri = "/style.css";
    container.filter(request, response, this::nothing);
    request.uri = "/orders/1";
    container.filter(request, response, this::nothing);
    assertThat(container.names).isEmpty();

    request.uri = "/other";
    container.serve(servlet, request, response, () -> response.status = 404);
    assertThat(container.last()).containsEntry("error.type", "404");
    container.serve(servlet, request, response, () -> response.status = 500);
    assertThat(container.last()).containsEntry("error.type", "500");
  }

  @Test
  void listedStatus_isAFailure() {
    configure(failures("4xx"));
    container.serve(servlet, request, response, () -> response.status = 404);
    response.status = 500;
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.metadata.get(1)).containsEntry("error.type", "404");
    assertThat(container.metadata.get(3)).doesNotContainKey("error.type");
  }

  @Test
  void exceptionThatIsNotListed_isNoFailure() {
    configure(failures("IOException"));
    container.serve(
        servlet,
        request,
        response,
        () -> {
          throw new IllegalStateException("expected");
        });
    container.serve(
        servlet,
        request,
        response,
        () -> {
          throw new IOException("unexpected");
        });

    assertThat(container.names).containsExactly(START, STOP, START, EXCEPTION);
    assertThat(container.metadata.get(1)).doesNotContainKey("error.type");
    assertThat(container.metadata.get(3)).containsEntry("error.type", "java.io.IOException");
  }

  @Test
  void clientAbort_isAFailureOfTheContainersOwnType() {
    container.serve(
        servlet,
        request,
        response,
        () -> {
          throw new FakeContainer.Wrapping(new ClientAbortException());
        });

    assertThat(container.names).containsExactly(START, EXCEPTION);
    assertThat(container.last()).containsEntry("error.type", ClientAbortException.class.getName());
  }

  @Test
  void tags_areTakenFromHeaderQueryAndSession() {
    configure(
        tags(
            Map.of(
                "tenant", from("header", "X-Tenant"),
                "page", from("query", "page"),
                "user.plan", from("session", "plan"))));
    request.headers.put("X-Tenant", "acme");
    request.query = "a=b&page=3";
    container.serve(
        servlet,
        request,
        response,
        () -> {
          request.session = new HashMap<>();
          request.session.put("plan", List.of("gold"));
        });

    assertThat(container.metadata.get(0))
        .containsEntry("tenant", "acme")
        .containsEntry("page", "3")
        .doesNotContainKey("user.plan");
    assertThat(container.last())
        .containsAllEntriesOf(container.metadata.get(0))
        .containsEntry("user.plan", "[gold]");
  }

  @Test
  void tagOfTheLog_isTakenWhereTheServletIsEntered() throws Exception {
    configure(tags(Map.of("trace", from("mdc", "traceId"))));
    Object logging = MdcTest.application(FixedValue.value("4711")).getConstructor().newInstance();
    container.serve(logging, request, response, this::nothing);

    assertThat(container.metadata.get(0)).doesNotContainKey("trace");
    assertThat(container.last()).containsEntry("trace", "4711");
  }

  @Test
  void tagsThatAreNotThere_areAbsent() {
    configure(
        tags(
            Map.of(
                "tenant", from("header", "X-Tenant"),
                "page", from("query", "page"),
                "trace", from("mdc", "traceId"),
                "user.plan", from("session", "plan"))));
    request.session = new HashMap<>(Map.of("over", true));
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.last()).doesNotContainKeys("tenant", "page", "trace", "user.plan");
    assertThat(container.names).containsExactly(START, STOP);
  }

  @Test
  void tagValue_isCut() {
    configure(tags(Map.of("tenant", from("header", "X-Tenant"))));
    request.headers.put("X-Tenant", "x".repeat(1000));
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.last().get("tenant")).isEqualTo("x".repeat(200));
  }

  @Test
  void settings_holdForRequestsThatBeginBehindTheChange() {
    request.headers.put("X-Tenant", "acme");
    container.serve(
        servlet,
        request,
        response,
        () -> configure(tags(Map.of("tenant", from("header", "X-Tenant")))));
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.metadata.get(1)).doesNotContainKey("tenant");
    assertThat(container.metadata.get(3)).containsEntry("tenant", "acme");
  }

  @Test
  void webapp_isThePathOfTheApplication() {
    request.application = "/shop";
    container.serve(servlet, request, response, this::nothing);

    assertThat(new ArrayList<>(container.metadata))
        .allSatisfy(metadata -> assertThat(metadata).containsEntry("webapp", "/shop"));
  }

  private void configure(InstrumentationSettings settings) {
    container.settings = new ServletSettings(settings);
  }

  private static InstrumentationSettings failures(String... rules) {
    return InstrumentationSettings.none().with("failures", List.of(rules));
  }

  private static InstrumentationSettings tags(Map<String, InstrumentationSettings> tags) {
    return InstrumentationSettings.none().with("tags", new LinkedHashMap<>(tags));
  }

  private static InstrumentationSettings from(String source, String name) {
    return InstrumentationSettings.none().with(source, name);
  }

  /** As containers name what they throw when the client has gone. */
  private static final class ClientAbortException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
