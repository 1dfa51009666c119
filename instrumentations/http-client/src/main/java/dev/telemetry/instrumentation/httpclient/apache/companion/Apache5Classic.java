package dev.telemetry.instrumentation.httpclient.apache.companion;

import dev.telemetry.instrumentation.httpclient.apache.ClassicAccess;
import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.net.NamedEndpoint;
import org.jspecify.annotations.Nullable;

/** Asks the types of Apache HttpClient 5 that a thread waits for. */
public final class Apache5Classic implements ClassicAccess {

  /** For the loader of companions. */
  public Apache5Classic() {}

  @Override
  public CallTarget target(@Nullable Object host, Object request) {
    HttpHost server = (HttpHost) host;
    HttpRequest sent = (HttpRequest) request;
    return server == null
        ? target(sent, sent.getAuthority(), sent.getScheme())
        : target(sent, server, server.getSchemeName());
  }

  static CallTarget target(
      HttpRequest request, @Nullable NamedEndpoint server, @Nullable String scheme) {
    return new CallTarget(
        request.getMethod(),
        server == null ? null : server.getHostName(),
        server == null ? 0 : CallTarget.port(server.getPort(), scheme),
        CallTarget.pathIn(request.getPath()));
  }

  @Override
  public int status(Object response) {
    return ((HttpResponse) response).getCode();
  }

  @Override
  public boolean isAborted(Object request) {
    return request instanceof HttpUriRequest && ((HttpUriRequest) request).isAborted();
  }
}
