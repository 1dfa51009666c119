package dev.telemetry.instrumentation.httpclient.apache;

import static java.util.Arrays.asList;

import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import java.util.ArrayList;
import java.util.List;

/** Where Apache HttpClient is woven. */
public final class ApachePoints {
  private static final String CLIENT_4 = "org.apache.http.impl.client.CloseableHttpClient";
  private static final String CLIENT_5 =
      "org.apache.hc.client5.http.impl.classic.CloseableHttpClient";
  private static final String SCOPE = "org.apache.hc.client5.http.async.AsyncExecChain$Scope";
  private static final String HANDLER = "org.apache.hc.client5.http.async.AsyncExecChainHandler";
  private static final String FUTURE = "org.apache.hc.core5.concurrent.ComplexFuture";

  private ApachePoints() {}

  /** Returns the points, and the hooks behind them that begin and end these calls. */
  public static List<WeavePoint> of(InstrumentationContext context, Calls calls) {
    List<WeavePoint> points = new ArrayList<>();
    points.add(
        classic(
            context.companion(ClassicAccess.class, companion("Apache4Classic"), CLIENT_4),
            CLIENT_4,
            "doExecute(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;"
                + "Lorg/apache/http/protocol/HttpContext;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
            calls));
    points.add(
        classic(
            context.companion(ClassicAccess.class, companion("Apache5Classic"), CLIENT_5),
            CLIENT_5,
            "doExecute(Lorg/apache/hc/core5/http/HttpHost;"
                + "Lorg/apache/hc/core5/http/ClassicHttpRequest;"
                + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
                + "Lorg/apache/hc/client5/http/impl/classic/CloseableHttpResponse;",
            calls));
    points.addAll(async(context, calls));
    return points;
  }

  private static WeavePoint classic(
      Companion<ClassicAccess> accesses, String client, String method, Calls calls) {
    SiteAdvice advice = Shape.AROUND_SECOND.calling(new ClassicHook(calls, accesses));
    return WeavePoint.subtypesOf(client, method, advice).using(accesses);
  }

  private static List<WeavePoint> async(InstrumentationContext context, Calls calls) {
    Companion<AsyncAccess> accesses =
        context.companion(AsyncAccess.class, companion("Apache5Async"), SCOPE);
    OpenCalls open = new OpenCalls();
    List<WeavePoint> points =
        asList(
            WeavePoint.subtypesOf(
                HANDLER,
                "execute(Lorg/apache/hc/core5/http/HttpRequest;"
                    + "Lorg/apache/hc/core5/http/nio/AsyncEntityProducer;"
                    + "Lorg/apache/hc/client5/http/async/AsyncExecChain$Scope;"
                    + "Lorg/apache/hc/client5/http/async/AsyncExecChain;"
                    + "Lorg/apache/hc/client5/http/async/AsyncExecCallback;)V",
                Shape.BEFORE_THIRD.calling(new ExchangeHook(calls, open, accesses))),
            WeavePoint.subtypesOf(
                FUTURE,
                "completed(Ljava/lang/Object;)Z",
                Shape.BEFORE.calling(new FutureHook(open, true))),
            WeavePoint.subtypesOf(
                FUTURE,
                "failed(Ljava/lang/Exception;)Z",
                Shape.BEFORE_FIRST.calling(new FutureHook(open, false))),
            WeavePoint.subtypesOf(
                FUTURE, "cancel(Z)Z", Shape.BEFORE.calling(new FutureHook(open, false))));
    points.forEach(point -> point.using(accesses));
    return points;
  }

  private static String companion(String name) {
    return ApachePoints.class.getPackage().getName() + ".companion." + name;
  }
}
