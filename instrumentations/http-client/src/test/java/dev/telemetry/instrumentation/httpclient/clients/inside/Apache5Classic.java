package dev.telemetry.instrumentation.httpclient.clients.inside;

import dev.telemetry.instrumentation.httpclient.clients.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;

/** Calls by Apache HttpClient 5 and waits. */
public final class Apache5Classic implements Caller {
  static final TimeValue SOON = TimeValue.ofMilliseconds(10);

  private final CloseableHttpClient client =
      HttpClients.custom().setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, SOON)).build();

  /** For the loader. */
  public Apache5Classic() {}

  @Override
  public int get(String url) throws IOException {
    return answer(new HttpGet(url));
  }

  @Override
  public int impatient(String url) throws IOException {
    HttpGet request = new HttpGet(url);
    request.setConfig(
        RequestConfig.custom().setResponseTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).build());
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
      return response.getCode();
    }
  }

  @Override
  public String repeated() {
    return "/unavailable";
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
