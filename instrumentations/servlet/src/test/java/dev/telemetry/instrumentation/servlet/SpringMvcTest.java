package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.method.HandlerMethod;

class SpringMvcTest {
  private static final String PREFIX = "org.springframework.web.servlet.HandlerMapping.";

  private final FakeContainer container = new FakeContainer();
  private final FakeContainer.Request request = new FakeContainer.Request();
  private final FakeContainer.Response response = new FakeContainer.Response();
  private final FakeContainer.Servlet front = new FakeContainer.Servlet("/");

  private void chosen(String template, Object handler) {
    request.attributes.put(PREFIX + "bestMatchingPattern", template);
    request.attributes.put(PREFIX + "bestMatchingHandler", handler);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.acme.Users#show(Long)|com.acme.Users.show",
        "com.acme.Users#list()|com.acme.Users.list",
        "com.acme.Shop$Users#pay(Map, List)|com.acme.Shop$Users.pay",
        "public java.lang.String com.acme.Users.show(java.lang.Long)|com.acme.Users.show",
        "java.util.Map<K, V> com.acme.Users.all() throws java.io.IOException|com.acme.Users.all"
      })
  void description_tellsTheMethod(String description, String method) {
    assertThat(SpringMvc.methodName(description)).isEqualTo(method);
  }

  @Test
  void template_isTheRoute() {
    front.contextPath = "/shop";
    container.serve(front, request, response, () -> chosen("/users/{id}", "handler"));

    assertThat(container.last()).containsEntry("http.route", "/shop/users/{id}");
  }

  @Test
  void templateOfAForward_isNotTheRoute() {
    container.serve(
        front,
        request,
        response,
        () -> {
          chosen("/users/{id}", "first");
          request.dispatch = "FORWARD";
          container.serve(front, request, response, () -> chosen("/other", new Object()));
        });

    assertThat(container.last())
        .containsEntry("http.route", "/users/{id}")
        .containsEntry("code.function.name", "java.lang.String.handleRequest");
  }

  @Test
  void templateOfAnErrorPageWithin_isNotTheRoute() {
    container.serve(
        front,
        request,
        response,
        () -> {
          request.dispatch = "FORWARD";
          container.serve(front, request, response, () -> chosen("/error", "page"));
        });

    assertThat(container.last()).containsEntry("http.route", "/*");
  }

  @Test
  void handlerMethod_isNamedByTheController() throws NoSuchMethodException {
    HandlerMethod handler = new HandlerMethod(new Users(), "show", long.class);
    container.serve(front, request, response, () -> chosen("/users/{id}", handler));

    assertThat(container.last())
        .containsEntry("code.function.name", Users.class.getName() + ".show");
  }

  @Test
  void handlerObject_isNamedByItsType() {
    container.serve(
        front,
        request,
        response,
        () -> chosen("/**", new java.util.concurrent.atomic.AtomicReference<>("secret")));

    assertThat(container.last())
        .containsEntry(
            "code.function.name", "java.util.concurrent.atomic.AtomicReference.handleRequest");
  }

  @Test
  void handlerLambda_isNamedByItsClass() {
    Runnable lambda = () -> {};
    container.serve(front, request, response, () -> chosen("/x", lambda));

    assertThat(container.last())
        .containsEntry("code.function.name", SpringMvcTest.class.getName() + ".handle");
  }

  /** A controller. */
  static final class Users {
    public void show(long id) {}
  }
}
