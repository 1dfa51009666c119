package dev.telemetry.instrumentation.httpclient.jdk;

import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import java.util.ArrayList;
import java.util.List;

/** Where the JDK's clients are woven. */
public final class JdkPoints {
  private static final String CLIENT = "jdk.internal.net.http.HttpClientImpl";
  private static final String CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";
  private static final String HTTPS =
      "sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection";
  private static final String CONNECT = "connect()V";
  private static final String DISCONNECT = "disconnect()V";

  private JdkPoints() {}

  /** Returns the points, and the hooks behind them that begin and end these calls. */
  public static List<WeavePoint> of(Calls calls) {
    List<WeavePoint> points = new ArrayList<>();
    points.add(
        WeavePoint.inJdk(
            CLIENT,
            "sendAsync(Ljava/net/http/HttpRequest;"
                + "Ljava/net/http/HttpResponse$BodyHandler;"
                + "Ljava/net/http/HttpResponse$PushPromiseHandler;"
                + "Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;",
            Shape.AROUND_FIRST.calling(new SendHook(calls))));
    addConnections(points, calls);
    return points;
  }

  private static void addConnections(List<WeavePoint> points, Calls calls) {
    OpenCalls byConnection = new OpenCalls();
    SiteAdvice sending = Shape.AROUND.calling(new ConnectionHook(calls, byConnection, false));
    SiteAdvice responding = Shape.AROUND.calling(new ConnectionHook(calls, byConnection, true));
    SiteAdvice leaving = Shape.BEFORE.calling(new DisconnectHook(byConnection));
    points.add(WeavePoint.inJdk(CONNECTION, CONNECT, sending));
    points.add(WeavePoint.inJdk(HTTPS, CONNECT, sending));
    points.add(WeavePoint.inJdk(CONNECTION, "getOutputStream()Ljava/io/OutputStream;", sending));
    points.add(WeavePoint.inJdk(CONNECTION, "getInputStream()Ljava/io/InputStream;", responding));
    points.add(WeavePoint.inJdk(CONNECTION, DISCONNECT, leaving));
  }
}
