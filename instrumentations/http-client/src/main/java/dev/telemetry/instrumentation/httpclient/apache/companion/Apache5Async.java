package dev.telemetry.instrumentation.httpclient.apache.companion;

import dev.telemetry.instrumentation.httpclient.apache.AsyncAccess;
import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import org.apache.hc.client5.http.async.AsyncExecChain.Scope;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** Asks the types of Apache HttpClient 5 that no thread waits for. */
public final class Apache5Async implements AsyncAccess {

  /** For the loader of companions. */
  public Apache5Async() {}

  @Override
  public CallTarget target(Object request, Object scope) {
    HttpHost server = ((Scope) scope).route.getTargetHost();
    return Apache5Classic.target((HttpRequest) request, server, server.getSchemeName());
  }

  @Override
  public Object future(Object scope) {
    return ((Scope) scope).cancellableDependency;
  }

  @Override
  public Object context(Object scope) {
    return ((Scope) scope).clientContext;
  }

  @Override
  public int status(Object context) {
    HttpResponse response = ((HttpClientContext) context).getResponse();
    return response == null ? 0 : response.getCode();
  }
}
