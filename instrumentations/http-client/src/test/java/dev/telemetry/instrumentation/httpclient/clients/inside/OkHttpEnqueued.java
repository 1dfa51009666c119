package dev.telemetry.instrumentation.httpclient.clients.inside;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** Calls by OkHttp and is called back. */
public final class OkHttpEnqueued extends OkHttpExecuted {
  /** For the loader. */
  public OkHttpEnqueued() {}

  @Override
  int answer(Call call) throws Exception {
    CompletableFuture<Response> answer = new CompletableFuture<>();
    call.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call answered, Response response) {
            answer.complete(response);
          }

          @Override
          public void onFailure(Call failed, IOException thrown) {
            answer.completeExceptionally(thrown);
          }
        });
    try {
      return status(answer.get());
    } catch (ExecutionException e) {
      throw (IOException) e.getCause();
    }
  }
}
