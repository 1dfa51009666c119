package dev.telemetry.instrumentation.servlet;

import static dev.telemetry.instrumentation.servlet.FakeContainer.EXCEPTION;
import static dev.telemetry.instrumentation.servlet.FakeContainer.START;
import static dev.telemetry.instrumentation.servlet.FakeContainer.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that go on when the first dispatch returns. */
class AsyncRequestTest {
  private final FakeContainer container = new FakeContainer();
  private final FakeContainer.Request request = new FakeContainer.Request();
  private final FakeContainer.Response response = new FakeContainer.Response();
  private final FakeContainer.Servlet servlet = new FakeContainer.Servlet("/slow");

  @BeforeEach
  void goesOn() {
    container.filter(
        request,
        response,
        () -> container.serve(servlet, request, response, () -> request.asyncStarted = true));
  }

  private AsyncOutcome listener() {
    assertThat(request.listeners).hasSize(1);
    return request.listeners.get(0);
  }

  private void dispatchedAgain(FakeContainer.Body body) {
    request.dispatch = "ASYNC";
    request.asyncStarted = false;
    container.filter(request, response, () -> container.call(servlet, request, response, body));
  }

  @Test
  void request_endsWhenCompleted() {
    assertThat(container.names).containsExactly(START);
    response.status = 202;
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("http.route", "/slow")
        .containsEntry("http.response.status_code", 202)
        .doesNotContainKey("error.type");
  }

  @Test
  void request_endsOnceThoughCompletedTwice() {
    listener().completed();
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
  }

  @Test
  void timeout_isAnErrorAndEndsWhenCompleted() {
    listener().timedOut();
    assertThat(container.names).containsExactly(START);
    response.status = 500;
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("error.type", "timeout")
        .containsEntry("http.response.status_code", 500);
  }

  @Test
  void timeoutAnsweredByAnotherDispatch_isNoError() {
    listener().timedOut();
    dispatchedAgain(() -> response.status = 204);
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("http.response.status_code", 204)
        .doesNotContainKey("error.type");
  }

  @Test
  void errorThenComplete_endsOnceAtTheError() {
    IOException failure = new IOException("client gone");
    listener().failed(failure);
    assertThat(container.names).containsExactly(START, EXCEPTION);
    listener().completed();

    assertThat(container.names).containsExactly(START, EXCEPTION);
    assertThat(container.errors).containsExactly(null, failure);
    assertThat(container.last())
        .containsEntry("error.type", "java.io.IOException")
        .containsEntry("http.response.status_code", 500);
  }

  @Test
  void errorWithoutException_isItsStatus() {
    listener().failed(null);

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("error.type", "500")
        .containsEntry("http.response.status_code", 500);
  }

  @Test
  void errorWithoutExceptionBehindASentStatus_hasAFixedType() {
    response.committed = true;
    listener().failed(null);
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last())
        .containsEntry("error.type", "_OTHER")
        .containsEntry("http.response.status_code", 200);
  }

  @Test
  void furtherDispatches_areNoRequestsOfTheirOwn() {
    dispatchedAgain(() -> request.asyncStarted = true);
    dispatchedAgain(() -> response.status = 201);
    assertThat(container.names).containsExactly(START);
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last()).containsEntry("http.response.status_code", 201);
  }

  @Test
  void exceptionOfAFurtherDispatch_isTheRequests() {
    IllegalStateException failure = new IllegalStateException("late");
    dispatchedAgain(
        () -> {
          throw failure;
        });
    listener().failed(new IOException("what followed from it"));
    listener().completed();

    assertThat(container.names).containsExactly(START, EXCEPTION);
    assertThat(container.errors).containsExactly(null, failure);
  }

  @Test
  void errorPageAfterATimeout_isNoRequestOfItsOwn() {
    listener().timedOut();
    request.dispatch = "ERROR";
    container.serve(new FakeContainer.Servlet("/error"), request, response, () -> {});
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
    assertThat(container.last()).containsEntry("http.route", "/slow");
  }

  @Test
  void restOfTheChainOnAnotherThread_isTheSameRequest() {
    // a filter that hands the chain to a thread of its own: no dispatch, and the first kind still
    container.serve(servlet, request, response, () -> {});
    listener().completed();

    assertThat(container.names).containsExactly(START, STOP);
  }

  @Test
  void requestThatTakesNoListener_endsWhenTheServletReturns() {
    FakeContainer.Request other = new FakeContainer.Request();
    other.refusesListeners = true;
    container.serve(servlet, other, response, () -> other.asyncStarted = true);

    assertThat(container.names).containsExactly(START, START, STOP);
  }

  @Test
  void exceptionAfterGoingOn_isTheEnd() {
    FakeContainer.Request other = new FakeContainer.Request();
    container.serve(
        servlet,
        other,
        response,
        () -> {
          other.asyncStarted = true;
          throw new IOException("after all");
        });
    assertThat(container.names).containsExactly(START, START, EXCEPTION);
  }

  @Test
  void requestObject_isCountedAgainWhenReused() {
    listener().completed();
    request.asyncStarted = false;
    container.serve(servlet, request, response, () -> {});

    assertThat(container.names).containsExactly(START, STOP, START, STOP);
  }
}
