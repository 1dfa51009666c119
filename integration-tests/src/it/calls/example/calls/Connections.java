package example.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Calls by {@code HttpURLConnection}. */
public final class Connections implements Client {
  /** Has nothing to open. */
  public Connections() {}

  @Override
  public int get(String url) throws IOException {
    return answer(open(url));
  }

  @Override
  public int impatient(String url) throws IOException {
    HttpURLConnection connection = open(url);
    connection.setReadTimeout(200);
    return answer(connection);
  }

  @Override
  public void cancelled(String url, Runnable reached) throws Exception {
    HttpURLConnection connection = open(url);
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

  private static HttpURLConnection open(String url) throws IOException {
    return (HttpURLConnection) new URL(url).openConnection();
  }

  private static int answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      while (body.read() >= 0) {
        // to its end
      }
    }
    return status;
  }
}
