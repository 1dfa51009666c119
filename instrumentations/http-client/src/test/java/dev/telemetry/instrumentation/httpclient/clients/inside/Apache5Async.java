package dev.telemetry.instrumentation.httpclient.clients.inside;

import dev.telemetry.instrumentation.httpclient.clients.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.reactor.IOReactorConfig;

/** Calls by Apache HttpClient 5 without a thread that waits for the network. */
public final class Apache5Async implements Caller {
  private final CloseableHttpAsyncClient client =
      HttpAsyncClients.custom()
          .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, Apache5Classic.SOON))
          .setIOReactorConfig(
              IOReactorConfig.custom().setSelectInterval(Apache5Classic.SOON).build())
          .build();

  /** For the loader. */
  public Apache5Async() {
    client.start();
  }

  @Override
  public int get(String url) throws Exception {
    return answer(call(url, RequestConfig.DEFAULT));
  }

  @Override
  public int impatient(String url) throws Exception {
    return answer(
        call(
            url,
            RequestConfig.custom()
                .setResponseTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .build()));
  }

  @Override
  public void cancelled(String url, Runnable reached) throws Exception {
    Future<SimpleHttpResponse> call = call(url, RequestConfig.DEFAULT);
    reached.run();
    call.cancel(true);
    try {
      answer(call);
    } catch (CancellationException cancelled) {
      // as it should be
    }
  }

  private Future<SimpleHttpResponse> call(String url, RequestConfig config) {
    SimpleHttpRequest request = new SimpleHttpRequest("GET", URI.create(url));
    request.setConfig(config);
    return client.execute(
        SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), null);
  }

  private static int answer(Future<SimpleHttpResponse> call) throws Exception {
    try {
      return call.get().getCode();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
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
