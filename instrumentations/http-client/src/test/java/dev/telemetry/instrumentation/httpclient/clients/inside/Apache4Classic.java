package dev.telemetry.instrumentation.httpclient.clients.inside;

import dev.telemetry.instrumentation.httpclient.clients.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Calls by Apache HttpClient 4. */
public final class Apache4Classic implements Caller {
  private final CloseableHttpClient client = HttpClients.createDefault();

  /** For the loader. */
  public Apache4Classic() {}

  @Override
  public int get(String url) throws IOException {
    return answer(new HttpGet(url));
  }

  @Override
  public int impatient(String url) throws IOException {
    HttpGet request = new HttpGet(url);
    request.setConfig(RequestConfig.custom().setSocketTimeout(PATIENCE_MILLIS).build());
    return answer(request);
  }

  @Override
  public void cancelled(String url, Runnable reached) throws InterruptedException {
    HttpGet request = new HttpGet(url);
    Thread canceller =
        new Thread(
            () -> {
              reached.run();
              request.abort();
            });
    canceller.start();
    try {
      answer(request);
    } catch (IOException cancelled) {
      // as it should be
    }
    canceller.join();
  }

  private int answer(HttpGet request) throws IOException {
    try (CloseableHttpResponse response = client.execute(request)) {
      EntityUtils.consume(response.getEntity());
      return response.getStatusLine().getStatusCode();
    }
  }

  @Override
  public String repeated() {
    return "/closing";
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
