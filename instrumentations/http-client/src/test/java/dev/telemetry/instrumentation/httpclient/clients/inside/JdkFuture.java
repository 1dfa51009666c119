package dev.telemetry.instrumentation.httpclient.clients.inside;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Calls by the JDK's client and is given a future. */
public final class JdkFuture extends JdkSend {
  /** Opens a client. */
  public JdkFuture() {}

  @Override
  public void cancelled(String url, Runnable reached) {
    CompletableFuture<HttpResponse<String>> answer = sent(request(url).build());
    reached.run();
    answer.cancel(true);
  }

  @Override
  int answer(HttpRequest request) throws Exception {
    try {
      return sent(request).get().statusCode();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  private CompletableFuture<HttpResponse<String>> sent(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }
}
