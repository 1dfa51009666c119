package dev.telemetry.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The browser of these tests; follows no redirect. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Http() {}

  /** Sends a request; a POST carries a form with one field. */
  static CompletableFuture<HttpResponse<String>> send(String method, URI uri) {
    return CLIENT.sendAsync(request(method, uri), BodyHandlers.ofString());
  }

  static HttpResponse<String> get(URI uri) {
    return send("GET", uri).join();
  }

  /** Reads so many bytes of an answer and goes away. */
  static void readAndAbort(URI uri, int bytes) {
    HttpClient own = HttpClient.newHttpClient();
    try (InputStream body = own.send(request("GET", uri), BodyHandlers.ofInputStream()).body()) {
      body.readNBytes(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a form. */
  static HttpResponse<String> post(URI uri, String form) {
    HttpRequest request = request("POST", uri, BodyPublishers.ofString(form));
    return CLIENT.sendAsync(request, BodyHandlers.ofString()).join();
  }

  private static HttpRequest request(String method, URI uri) {
    boolean form = method.equals("POST");
    return request(
        method, uri, form ? BodyPublishers.ofString("name=value") : BodyPublishers.noBody());
  }

  private static HttpRequest request(String method, URI uri, BodyPublisher body) {
    return HttpRequest.newBuilder(uri)
        .timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(method, body)
        .build();
  }
}
