package dev.telemetry.instrumentation.servlet;

import static dev.telemetry.instrumentation.servlet.FakeContainer.EXCEPTION;
import static dev.telemetry.instrumentation.servlet.FakeContainer.START;
import static dev.telemetry.instrumentation.servlet.FakeContainer.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Requests that are answered by the thread that brings them. */
class RequestHookTest {
  private final FakeContainer container = new FakeContainer();
  private final FakeContainer.Request request = new FakeContainer.Request();
  private final FakeContainer.Response response = new FakeContainer.Response();
  private final FakeContainer.Servlet servlet = new FakeContainer.Servlet("/orders/*");

  private void nothing() {}

  @Test
  void request_startsAndStopsOnce() {
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.metadata.get(0))
        .containsOnly(
            entry("http.request.method", "GET"), entry("url.scheme", "http"), entry("webapp", "/"));
    assertThat(container.last())
        .containsOnly(
            entry("http.request.method", "GET"),
            entry("url.scheme", "http"),
            entry("webapp", "/"),
            entry("http.route", "/orders/*"),
            entry("http.response.status_code", 200),
            entry("code.function.name", FakeContainer.Servlet.class.getName() + ".service"));
  }

  @Test
  void request_isCountedOnceThroughFiltersAndServlet() {
    container.filter(
        request,
        response,
        () ->
            container.filter(
                request,
                response,
                () -> container.serve(servlet, request, response, this::nothing)));

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last()).containsEntry("http.route", "/orders/*");
  }

  @Test
  void forward_isNoSecondRequestAndKeepsTheRoute() {
    container.serve(
        servlet,
        request,
        response,
        () -> {
          request.dispatch = "FORWARD";
          request.servletPath = "/page.jsp";
          container.serve(
              new FakeContainer.Servlet("*.jsp"), request, response, () -> response.status = 201);
        });

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("http.route", "/orders/*")
        .containsEntry("http.response.status_code", 201);
  }

  @Test
  void include_isNoSecondRequest() {
    container.serve(
        servlet,
        request,
        response,
        () -> {
          request.dispatch = "INCLUDE";
          container.serve(new FakeContainer.Servlet("/part"), request, response, this::nothing);
          container.serve(new FakeContainer.Servlet("/part"), request, response, this::nothing);
        });

    assertThat(container.names).containsExactly(START, STOP);
  }

  @Test
  void errorPageAfterTheEnd_isNoSecondRequest() {
    container.serve(servlet, request, response, () -> response.status = 404);
    request.dispatch = "ERROR";
    container.filter(
        request,
        response,
        () ->
            container.serve(new FakeContainer.Servlet("/error"), request, response, this::nothing));

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("http.response.status_code", 404)
        .doesNotContainKey("error.type");
  }

  @Test
  void errorPageOfARequestThatNoFilterSaw_isThatRequest() {
    request.dispatch = "ERROR";
    response.status = 401;
    container.serve(new FakeContainer.Servlet("/error"), request, response, this::nothing);

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last()).containsEntry("http.response.status_code", 401);
  }

  @Test
  void requestObject_isCountedAgainWhenReused() {
    container.serve(servlet, request, response, () -> response.status = 404);
    response.status = 200;
    container.serve(
        new FakeContainer.Servlet("/other"), request, response, () -> request.method = "POST");

    assertThat(container.names).containsExactly(START, STOP, START, STOP);
    assertThat(container.last())
        .containsEntry("http.route", "/other")
        .containsEntry("http.response.status_code", 200);
  }

  @Test
  void requestObject_isCountedAgainWhenCleared() {
    container.serve(servlet, request, response, this::nothing);
    request.attributes.clear();
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.names).containsExactly(START, STOP, START, STOP);
  }

  @Test
  void exception_endsTheRequestWithStatus500() {
    IllegalStateException failure = new IllegalStateException("sold out");
    container.serve(
        servlet,
        request,
        response,
        () -> {
          throw failure;
        });

    assertThat(container.names).containsExactly(START, EXCEPTION);
    assertThat(container.errors).containsExactly(null, failure);
    assertThat(container.last())
        .containsEntry("http.response.status_code", 500)
        .containsEntry("error.type", "java.lang.IllegalStateException");
  }

  @Test
  void exception_isNamedByWhatTheContainerWrapped() {
    IOException cause = new IOException("gone");
    container.serve(
        servlet,
        request,
        response,
        () -> {
          throw new FakeContainer.Wrapping(cause);
        });

    assertThat(container.errors).containsExactly(null, cause);
    assertThat(container.last()).containsEntry("error.type", "java.io.IOException");
  }

  @Test
  void exception_leavesTheStatusThatWasSent() {
    container.serve(
        servlet,
        request,
        response,
        () -> {
          response.committed = true;
          throw new IOException("gone");
        });

    assertThat(container.last())
        .containsEntry("http.response.status_code", 200)
        .containsEntry("error.type", "java.io.IOException");
  }

  @Test
  void exception_leavesTheErrorStatusThatWasSet() {
    container.serve(
        servlet,
        request,
        response,
        () -> {
          response.status = 503;
          throw new IOException("gone");
        });

    assertThat(container.last()).containsEntry("http.response.status_code", 503);
  }

  @Test
  void exceptionThatAFilterAnswers_isNone() {
    container.filter(
        request,
        response,
        () ->
            container.serve(
                servlet,
                request,
                response,
                () -> {
                  throw new IOException("gone");
                }));

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last()).doesNotContainKey("error.type");
  }

  @Test
  void status5xx_isAnErrorWithoutException() {
    container.serve(servlet, request, response, () -> response.status = 502);

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("http.response.status_code", 502)
        .containsEntry("error.type", "502");
  }

  @Test
  void status4xx_isNoError() {
    container.serve(servlet, request, response, () -> response.status = 499);

    assertThat(container.last()).doesNotContainKey("error.type");
  }

  @Test
  void upgrade_endsWhenTheServletReturns() {
    container.serve(servlet, request, response, () -> response.status = 101);

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last()).containsEntry("http.response.status_code", 101);
  }

  @Test
  void filterThatAnswersAlone_hasAFixedRoute() {
    container.filter(request, response, () -> response.status = 403);

    assertThat(container.last())
        .containsEntry("http.route", "_unmatched")
        .doesNotContainKey("code.function.name");
  }

  @Test
  void unknownMethodAndScheme_haveAFixedName() {
    request.method = "get";
    request.scheme = "gopher";
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.last())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("url.scheme", "_OTHER");
  }

  @Test
  void otherProtocols_areLeftAlone() {
    assertThat(container.hook.enter(servlet, "no HTTP request", response)).isNull();
    assertThat(container.hook.enter(servlet, request, "no HTTP response")).isNull();
    assertThat(container.names).isEmpty();
  }

  @Test
  void request_isLeftAloneWhenNobodyListens() {
    container.detachAll();
    container.serve(servlet, request, response, this::nothing);

    assertThat(request.attributes).isEmpty();
    assertThat(container.names).isEmpty();
  }

  @Test
  void servlet_isAskedForItsMappingsOnce() {
    for (int i = 0; i < 3; i++) {
      request.attributes.clear();
      container.serve(servlet, request, response, this::nothing);
    }

    assertThat(servlet.asked).isEqualTo(1);
  }

  @Test
  void request_endsThoughTheContainerHidesItsStatus() {
    container.serve(servlet, request, response, () -> response.hidesItsStatus = true);

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("http.route", "/orders/*")
        .doesNotContainKey("http.response.status_code");
  }

  @Test
  void requestWithinAnother_isItsOwn() {
    FakeContainer.Request inner = new FakeContainer.Request();
    FakeContainer.Servlet other = new FakeContainer.Servlet("/other");
    for (int round = 0; round < 2; round++) {
      container.serve(
          servlet,
          request,
          response,
          () ->
              container.serve(
                  other, inner, new FakeContainer.Response(), () -> inner.method = "PUT"));
      assertThat(container.last()).containsEntry("http.route", "/orders/*");
    }

    assertThat(container.names).containsExactly(START, START, STOP, STOP, START, START, STOP, STOP);
    assertThat(container.metadata.get(6))
        .containsEntry("http.route", "/other")
        .containsEntry("http.request.method", "PUT");
  }

  @Test
  void requestAfterAFailedOne_bearsNothingOfIt() {
    container.serve(
        servlet,
        request,
        response,
        () -> {
          throw new IllegalStateException("sold out");
        });
    container.filter(new FakeContainer.Request(), new FakeContainer.Response(), this::nothing);

    assertThat(container.last())
        .containsOnly(
            entry("http.request.method", "GET"),
            entry("url.scheme", "http"),
            entry("webapp", "/"),
            entry("http.route", "_unmatched"),
            entry("http.response.status_code", 200));
  }

  @Test
  void pathThatNoPatternCanFit_isNotAskedFor() {
    request.uri = "/style.css";
    container.serve(new FakeContainer.Servlet("/orders"), request, response, this::nothing);
    request.pathInfo = "/1";
    container.serve(servlet, request, response, this::nothing);
    request.pathInfo = "/style.css";
    container.serve(servlet, request, response, this::nothing);

    assertThat(container.names).containsExactly(START, STOP, START, STOP);
  }
}
