package dev.telemetry.instrumentation.httpclient.clients.inside;

import dev.telemetry.instrumentation.httpclient.clients.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Calls by {@code HttpURLConnection}. */
public final class JdkConnection implements Caller {
  /** Has nothing to open. */
  public JdkConnection() {}

  @Override
  public int get(String url) throws IOException {
    return answer(connection(url));
  }

  @Override
  public int impatient(String url) throws IOException {
    HttpURLConnection connection = connection(url);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return answer(connection);
  }

  @Override
  public void cancelled(String url, Runnable reached) throws Exception {
    HttpURLConnection connection = connection(url);
    Thread canceller =
        new Thread(
            () -> {
              reached.run();
              connection.disconnect();
            });
    canceller.start();
    try {
      answer(connection);
    } catch (IOException | RuntimeException cancelled) {
      // as it should be; Java 21 has a race in which a null is found
    }
    canceller.join();
  }

  @Override
  public String repeated() {
    return "/guarded";
  }

  private static HttpURLConnection connection(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setAuthenticator(new KnownVisitor());
    return connection;
  }

  private static int answer(HttpURLConnection connection) throws IOException {
    connection.connect();
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      body.readAllBytes();
    }
    return status;
  }

  @Override
  public void close() {}
}
