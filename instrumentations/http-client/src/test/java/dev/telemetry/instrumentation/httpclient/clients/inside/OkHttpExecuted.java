package dev.telemetry.instrumentation.httpclient.clients.inside;

import dev.telemetry.instrumentation.httpclient.clients.Caller;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Calls by OkHttp and waits. */
public class OkHttpExecuted implements Caller {
  private final OkHttpClient patient =
      new OkHttpClient.Builder()
          .connectionSpecs(Collections.singletonList(ConnectionSpec.CLEARTEXT))
          .authenticator(OkHttpExecuted::known)
          .build();
  private final OkHttpClient impatient =
      patient.newBuilder().readTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).build();

  /** For the loader. */
  public OkHttpExecuted() {}

  @Override
  public int get(String url) throws Exception {
    return answer(call(patient, url));
  }

  @Override
  public int impatient(String url) throws Exception {
    return answer(call(impatient, url));
  }

  @Override
  public void cancelled(String url, Runnable reached) throws Exception {
    Call call = call(patient, url);
    Thread canceller =
        new Thread(
            () -> {
              reached.run();
              call.cancel();
            });
    canceller.start();
    try {
      answer(call);
    } catch (IOException cancelled) {
      // as it should be
    }
    canceller.join();
  }

  @Override
  public String repeated() {
    return "/guarded";
  }

  private static Request known(Route route, Response response) {
    String credentials = Credentials.basic("name", "password");
    return response.request().newBuilder().header("Authorization", credentials).build();
  }

  private static Call call(OkHttpClient client, String url) {
    return client.newCall(new Request.Builder().url(url).build());
  }

  /** Waits for the answer in this caller's way and returns its status. */
  int answer(Call call) throws Exception {
    return status(call.execute());
  }

  static int status(Response response) throws IOException {
    response.body().string();
    return response.code();
  }

  @Override
  public void close() {
    patient.dispatcher().executorService().shutdown();
    patient.connectionPool().evictAll();
  }
}
