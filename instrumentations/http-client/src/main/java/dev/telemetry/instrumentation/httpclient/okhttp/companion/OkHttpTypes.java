package dev.telemetry.instrumentation.httpclient.okhttp.companion;

import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import dev.telemetry.instrumentation.httpclient.okhttp.OkHttpAccess;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Asks OkHttp's own types. */
public final class OkHttpTypes implements OkHttpAccess {

  /** For the loader of companions. */
  public OkHttpTypes() {}

  @Override
  public CallTarget target(Object call) {
    Request request = ((Call) call).request();
    HttpUrl url = request.url();
    return new CallTarget(request.method(), url.host(), url.port(), url.encodedPath());
  }

  @Override
  public int status(Object response) {
    return ((Response) response).code();
  }

  @Override
  public boolean isCancelled(Object call) {
    return ((Call) call).isCanceled();
  }
}
