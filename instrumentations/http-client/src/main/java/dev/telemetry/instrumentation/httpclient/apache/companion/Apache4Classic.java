package dev.telemetry.instrumentation.httpclient.apache.companion;

import dev.telemetry.instrumentation.httpclient.apache.ClassicAccess;
import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.RequestLine;
import org.apache.http.client.methods.HttpUriRequest;
import org.jspecify.annotations.Nullable;

/** Asks the types of Apache HttpClient 4. */
public final class Apache4Classic implements ClassicAccess {

  /** For the loader of companions. */
  public Apache4Classic() {}

  @Override
  public CallTarget target(@Nullable Object host, Object request) {
    RequestLine line = ((HttpRequest) request).getRequestLine();
    HttpHost server = (HttpHost) host;
    return new CallTarget(
        line.getMethod(),
        server == null ? null : server.getHostName(),
        server == null ? 0 : CallTarget.port(server.getPort(), server.getSchemeName()),
        CallTarget.pathIn(line.getUri()));
  }

  @Override
  public int status(Object response) {
    return ((HttpResponse) response).getStatusLine().getStatusCode();
  }

  @Override
  public boolean isAborted(Object request) {
    return request instanceof HttpUriRequest && ((HttpUriRequest) request).isAborted();
  }
}
