package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the mapping of a servlet to the route of a request. */
class RouteTest {
  private final FakeContainer container = new FakeContainer();
  private final FakeContainer.Request request = new FakeContainer.Request();

  private ServletMapping mapping(String context, @Nullable String path, String... patterns) {
    request.servletPath = String.valueOf(path);
    return new ServletMappings("Servlet", context, Arrays.asList(patterns)).by(container, request);
  }

  @ParameterizedTest
  @CsvSource({
    "/examples, /servlets/servlet/Hello, /examples/servlets/servlet/Hello",
    "/examples, /files/*, /examples/files/*",
    "/examples, *.jsp, /examples/*.jsp",
    "/examples, /, /examples/*",
    "/examples, /*, /examples/*",
    "/examples, '', /examples/",
    "'', /hello, /hello",
    "'', /, /*",
    "'', '', /"
  })
  void singleMapping_isTheRouteBehindTheApplicationsPath(
      String context, String pattern, String route) {
    assertThat(mapping(context, "/any/path", pattern).route(null)).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({
    "/a, , /app/a",
    "/b, /more, /app/b/*",
    "/b, , /app/b/*",
    "/x/y.jsp, , /app/*.jsp",
    "/y.jspx, , /app/*.jspx",
    "'', /, /app/",
    "/whatever, , /app/*"
  })
  void severalMappings_areTriedAsAContainerDoes(
      String servletPath, @Nullable String pathInfo, String route) {
    request.pathInfo = pathInfo;

    assertThat(mapping("/app", servletPath, "/", "*.jsp", "/b/*", "*.jspx", "/a", "").route(null))
        .isEqualTo(route);
  }

  @Test
  void exactMapping_goesBeforeThePrefix() {
    assertThat(mapping("", "/a", "/a/*", "/a").route(null)).isEqualTo("/a");
  }

  @Test
  void prefixOfTheWholeApplication_matchesEveryPath() {
    request.pathInfo = "/some/path";

    assertThat(mapping("/app", "", "/x", "/*").route(null)).isEqualTo("/app/*");
  }

  @Test
  void pathThatFitsNoMapping_isNeverTheRoute() {
    assertThat(mapping("/app", "/users/4711", "/a", "/b/*").route(null)).isEqualTo("_unmatched");
  }

  @Test
  void servletWithoutMapping_hasAFixedRoute() {
    assertThat(mapping("/app", "/users/4711").route(null)).isEqualTo("_unmatched");
  }

  @ParameterizedTest
  @CsvSource({
    "/, /users/{id}, /shop/users/{id}",
    "/, users/{id}, /shop/users/{id}",
    "/, /**, /shop/**",
    "/api/*, /users/{id}, /shop/api/users/{id}",
    "/*, /users/{id}, /shop/users/{id}",
    "*.do, /users.do, /shop/users.do",
    "/api/*, '', /shop/api"
  })
  void template_followsTheApplicationAndTheServlet(String pattern, String template, String route) {
    assertThat(mapping("/shop", "/any", pattern).route(template)).isEqualTo(route);
  }

  @Test
  void templateOfTheRoot_isASlash() {
    assertThat(mapping("", "/", "/").route("")).isEqualTo("/");
  }

  @Test
  void template_isJoinedOnce() {
    ServletMapping mapping = mapping("/shop", "/", "/");

    assertThat(mapping.route("/users/{id}")).isSameAs(mapping.route("/users/{id}"));
  }

  @Test
  void tenThousandPaths_areOneRoute() {
    FakeContainer.Servlet servlet = new FakeContainer.Servlet("/files/*", "/old/*");
    for (int i = 0; i < 10_000; i++) {
      FakeContainer.Request each = new FakeContainer.Request();
      each.servletPath = "/files";
      each.pathInfo = "/" + i;
      container.serve(servlet, each, new FakeContainer.Response(), () -> {});
    }

    assertThat(container.metadata)
        .hasSize(20_000)
        .allSatisfy(
            facts ->
                assertThat(facts.getOrDefault("http.route", "/files/*")).isEqualTo("/files/*"));
  }
}
