package dev.telemetry.instrumentation.httpclient.jdk;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Around the one method that sends, whether a thread waits or not: the call ends when the future
 * does that it returns.
 */
final class SendHook extends Hook {
  private final Calls calls;

  SendHook(Calls calls) {
    this.calls = calls;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object client, @Nullable Object request, @Nullable Object second) {
    return request == null || !calls.observed() ? null : calls.begin(target(request));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // what ends a call throws nothing
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Call call = (Call) token;
    if (thrown != null) {
      call.failed(thrown, false);
    } else if (result instanceof CompletableFuture) {
      ((CompletableFuture<?>) result)
          .whenComplete((response, failure) -> ended(call, response, failure));
    } else {
      call.responded(0);
    }
  }

  /** On a thread of the client's, or of the application's. */
  private static void ended(Call call, @Nullable Object response, @Nullable Throwable failure) {
    try {
      if (failure != null) {
        call.failed(failure, false);
      } else {
        call.responded(response == null ? 0 : HttpTypes.get().status(response));
      }
    } catch (Throwable ours) {
      Dispatcher.failed(ours);
    }
  }

  private static CallTarget target(Object request) {
    try {
      return HttpTypes.get().target(request);
    } catch (RuntimeException | Error unasked) {
      throw unasked;
    } catch (Throwable unasked) {
      throw new IllegalStateException(unasked);
    }
  }
}
