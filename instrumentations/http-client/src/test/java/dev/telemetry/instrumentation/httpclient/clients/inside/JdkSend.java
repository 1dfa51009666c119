package dev.telemetry.instrumentation.httpclient.clients.inside;

import dev.telemetry.instrumentation.httpclient.clients.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls by the JDK's client and waits. */
public class JdkSend implements Caller {
  final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .authenticator(new KnownVisitor())
          .build();

  /** Opens a client. */
  public JdkSend() {}

  @Override
  public int get(String url) throws Exception {
    return answer(request(url).build());
  }

  @Override
  public int impatient(String url) throws Exception {
    return answer(request(url).timeout(Duration.ofMillis(PATIENCE_MILLIS)).build());
  }

  @Override
  public void cancelled(String url, Runnable reached) throws Exception {
    Thread caller = Thread.currentThread();
    Thread canceller =
        new Thread(
            () -> {
              reached.run();
              caller.interrupt();
            });
    canceller.start();
    try {
      get(url);
    } catch (InterruptedException cancelled) {
      // as it should be
    }
    canceller.join();
  }

  @Override
  public String repeated() {
    return "/guarded";
  }

  static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  /** Waits for the answer in this caller's way and returns its status. */
  int answer(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  @Override
  public void close() {}
}
