package example.sending;

import example.calls.Client;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls by {@code java.net.http.HttpClient}. */
public final class Sending implements Client {
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  /** Opens a client. */
  public Sending() {}

  @Override
  public int get(String url) throws Exception {
    return client.send(request(url).build(), BodyHandlers.ofString()).statusCode();
  }

  @Override
  public int impatient(String url) throws Exception {
    HttpRequest request = request(url).timeout(Duration.ofMillis(200)).build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  @Override
  public void cancelled(String url, Runnable reached) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request(url).build(), BodyHandlers.ofString());
    reached.run();
    answer.cancel(true);
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }
}
