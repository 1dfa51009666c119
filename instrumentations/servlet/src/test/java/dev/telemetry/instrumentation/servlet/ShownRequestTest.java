package dev.telemetry.instrumentation.servlet;

import static dev.telemetry.instrumentation.servlet.FakeContainer.START;
import static dev.telemetry.instrumentation.servlet.FakeContainer.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a request bears that it is counted. */
class ShownRequestTest {
  private final FakeContainer container = new FakeContainer();
  private final FakeContainer.Request request = new FakeContainer.Request();
  private final FakeContainer.Response response = new FakeContainer.Response();
  private final FakeContainer.Servlet servlet = new FakeContainer.Servlet("/orders/*");

  @Test
  void requestOfAServletAlone_bearsNothing() {
    container.serve(
        servlet,
        request,
        response,
        () -> container.serve(servlet, request, response, () -> response.status = 302));

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(request.attributes).isEmpty();
  }

  @Test
  void requestOfAFilter_bearsItAtOnce() {
    container.filter(
        request, response, () -> assertThat(request.attributes).containsKey(RequestHook.ATTRIBUTE));

    assertThat(container.names).containsExactly(START, STOP);
  }

  @Test
  void requestSeenThroughAWrapper_isNoSecondOne() {
    FakeContainer.Request wrapper = new FakeContainer.Request(request);
    container.serve(
        servlet,
        request,
        response,
        () -> container.serve(servlet, wrapper, response, () -> response.status = 202));

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last()).containsEntry("http.response.status_code", 202);
  }

  @Test
  void requestThatGoesOn_bearsItBeforeTheContainerHasItsListener() {
    container.serve(servlet, request, response, () -> request.asyncStarted = true);

    assertThat(request.attributes).containsKey(RequestHook.ATTRIBUTE);
    assertThat(request.listeners).hasSize(1);
  }

  @Test
  void requestThatFails_bearsItForTheErrorPage() {
    container.serve(
        servlet,
        request,
        response,
        () -> {
          throw new IllegalStateException("sold out");
        });

    assertThat(request.attributes).containsKey(RequestHook.ATTRIBUTE);
  }

  @Test
  void requestBehindOneOnTheSameThread_isItsOwn() {
    container.serve(servlet, request, response, () -> {});
    container.serve(servlet, new FakeContainer.Request(), response, () -> {});
    container.serve(servlet, request, response, () -> {});

    assertThat(container.names).containsExactly(START, STOP, START, STOP, START, STOP);
  }
}
