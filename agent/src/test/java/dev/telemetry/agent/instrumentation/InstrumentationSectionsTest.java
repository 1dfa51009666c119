package dev.telemetry.agent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.instrumentation.WrongSectionsTest.Read;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentationSectionsTest {

  @Test
  void noSections_leaveTheDefaults() {
    assertThat(new Read("service: shop").settings.values())
        .containsOnly(InstrumentationSettings.none());
  }

  @Test
  void http_saysFailuresIgnoredPathsAndTags() {
    Read read =
        new Read(
            "http:",
            "  failures: [404, 5xx, 420..429, timeout, java.io.IOException, ClientAbortException]",
            "  ignore: [default, /health, '*.css']",
            "  tags:",
            "    tenant: {header: X-Tenant}",
            "    page: {query: page}",
            "    user.plan: {session: plan}",
            "    trace: {mdc: traceId}");

    assertThat(read.errors).isEmpty();
    InstrumentationSettings servlet = read.of("servlet");
    assertThat(servlet.texts("failures", List.of()))
        .containsExactly(
            "404", "5xx", "420..429", "timeout", "java.io.IOException", "ClientAbortException");
    assertThat(servlet.texts("ignore", List.of())).containsExactly("default", "/health", "*.css");
    assertThat(servlet.sections("tags").keySet())
        .containsExactly("tenant", "page", "user.plan", "trace");
    assertThat(servlet.sections("tags"))
        .containsEntry("user.plan", InstrumentationSettings.none().with("session", "plan"));
  }

  @Test
  void httpClient_saysPaths() {
    Read read =
        new Read(
            "instrumentations:",
            "  http-client:",
            "    paths: [/, '/users/{id}', 'api.acme.com/v1/*/orders', 'localhost/**']");

    assertThat(read.of("http-client").texts("paths", List.of()))
        .containsExactly("/", "/users/{id}", "api.acme.com/v1/*/orders", "localhost/**");
  }

  @Test
  void wrongPaths_leaveTheOthers() {
    Read read = new Read("instrumentations: {http-client: {paths: [users, /a, '/{', '/**/b']}}");

    assertThat(read.of("http-client").texts("paths", List.of())).containsExactly("/a");
    assertThat(read.errors)
        .filteredOn(error -> error.contains("http-client.paths"))
        .hasSize(3)
        .allMatch(error -> error.contains("expected a path such as /users/{id}"));
  }

  @Test
  void webSocket_saysPointers() {
    Read read = new Read("instrumentations: {websocket: {event: [/header/name, name, /]}}");

    assertThat(read.of("websocket").texts("event", List.of())).containsExactly("/header/name", "/");
    assertThat(read.errors)
        .filteredOn(error -> error.contains("websocket.event"))
        .singleElement()
        .asString()
        .contains("expected a JSON pointer such as /event");
  }

  @Test
  void emptyLists_areNoDefaults() {
    InstrumentationSettings servlet = new Read("http: {failures: [], ignore: []}").of("servlet");

    assertThat(servlet.texts("failures", List.of("default"))).isEmpty();
    assertThat(servlet.texts("ignore", List.of("default"))).isEmpty();
  }

  @Test
  void lists_areTakenFromPropertiesToo() {
    var config =
        ConfigFixture.empty()
            .property("telemetry.http.failures", "5xx,404")
            .property("telemetry.http.ignore", "/ping")
            .load();

    InstrumentationSettings servlet =
        InstrumentationSections.read(config.root())
            .getOrDefault("servlet", InstrumentationSettings.none());

    assertThat(servlet.texts("failures", List.of())).containsExactly("5xx", "404");
    assertThat(servlet.texts("ignore", List.of())).containsExactly("/ping");
    assertThat(config.errors().messages()).isEmpty();
  }

  @Test
  void measure_saysRulesInTheirOrder() {
    Read read =
        new Read(
            "measure:",
            "- methods: com.acme.billing.Invoices.*",
            "- methods: com.acme..*Service.find*",
            "  event: services.{method}",
            "  private: true",
            "  tags: {kind: {argument: 1}}");

    assertThat(read.errors).isEmpty();
    assertThat(read.of("measured").sections("rules").values())
        .containsExactly(
            InstrumentationSettings.none()
                .with("class", "com.acme.billing.Invoices")
                .with("method", "*"),
            InstrumentationSettings.none()
                .with("class", "com.acme..*Service")
                .with("method", "find*")
                .with("event", "services.{method}")
                .with(
                    "tags",
                    java.util.Map.of("kind", InstrumentationSettings.none().with("argument", "1")))
                .with("private", "true"));
  }
}
