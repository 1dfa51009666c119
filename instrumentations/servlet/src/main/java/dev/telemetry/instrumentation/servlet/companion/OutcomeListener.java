package dev.telemetry.instrumentation.servlet.companion;

import dev.telemetry.instrumentation.servlet.AsyncOutcome;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Passes on what a container tells of an asynchronous request. */
final class OutcomeListener implements AsyncListener {
  private final AsyncOutcome outcome;

  OutcomeListener(AsyncOutcome outcome) {
    this.outcome = outcome;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    outcome.completed();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    outcome.timedOut();
  }

  @Override
  public void onError(AsyncEvent event) {
    outcome.failed(event.getThrowable());
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    try {
      // a container forgets the listeners of the cycle before
      event.getAsyncContext().addListener(this);
    } catch (RuntimeException unheard) {
      outcome.completed();
    }
  }
}
