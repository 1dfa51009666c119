package dev.telemetry.instrumentation.httpclient.jdk;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Around the methods of an {@code HttpURLConnection} that use the network. The first one begins the
 * only call of that object; the one that has the response, or any that throws, ends it. Methods
 * call each other: only the outermost counts.
 */
final class ConnectionHook extends Hook {
  private static final String STATUS_THROWN = "Server returned HTTP response code";

  private final Calls calls;
  private final OpenCalls byConnection;
  private final boolean responds;

  /**
   * Stands behind methods of one kind.
   *
   * @param byConnection calls under way and those that ended, as long as their object is there
   * @param responds whether these methods have the response when they return
   */
  ConnectionHook(Calls calls, OpenCalls byConnection, boolean responds) {
    this.calls = calls;
    this.byConnection = byConnection;
    this.responds = responds;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    if (!(self instanceof HttpURLConnection)) {
      return null;
    }
    HttpURLConnection connection = (HttpURLConnection) self;
    Call known = byConnection.get(connection);
    Call call = known == null ? begun(connection) : enteredAgain(known);
    return call == null ? null : new Entered(call, connection);
  }

  private @Nullable Call begun(HttpURLConnection connection) {
    Call call = calls.observed() ? calls.enter(target(connection)) : null;
    if (call != null) {
      byConnection.put(connection, call);
    }
    return call;
  }

  private @Nullable Call enteredAgain(Call call) {
    if (call.hasEnded() || calls.isInside(call)) {
      return null;
    }
    calls.enterAgain(call);
    return call;
  }

  /** A body is sent by POST unless the application says otherwise. */
  private static CallTarget target(HttpURLConnection connection) {
    URL url = connection.getURL();
    String given = connection.getRequestMethod();
    String method = connection.getDoOutput() && given.equals("GET") ? "POST" : given;
    return new CallTarget(
        method, url.getHost(), CallTarget.port(url.getPort(), url.getProtocol()), url.getPath());
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Entered entered = (Entered) token;
    calls.leave(entered.call);
    if (thrown == null) {
      if (responds) {
        entered.responded();
      }
    } else if (responds && isForStatus(thrown)) {
      entered.responded();
    } else {
      entered.call.failed(thrown, false);
    }
  }

  /** The stream of a failed response is had by throwing; its status is known then. */
  private static boolean isForStatus(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown instanceof java.io.FileNotFoundException
        || (thrown instanceof IOException && message != null && message.startsWith(STATUS_THROWN));
  }

  /** A call while its thread is inside. */
  private static final class Entered {
    final Call call;
    private final HttpURLConnection connection;

    Entered(Call call, HttpURLConnection connection) {
      this.call = call;
      this.connection = connection;
    }

    void responded() {
      try {
        call.responded(connection.getResponseCode());
      } catch (IOException untold) {
        call.responded(0);
      }
    }
  }
}
