package dev.telemetry.instrumentation.httpclient.apache;

import static java.util.Arrays.asList;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import dev.telemetry.instrumentation.httpclient.call.CallAdvice;
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
        WeavePoint.subtypesOf(
            CLIENT_4,
            "doExecute(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;"
                + "Lorg/apache/http/protocol/HttpContext;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
            classic(context, calls, "Apache4Classic", CLIENT_4)));
    points.add(
        WeavePoint.subtypesOf(
            CLIENT_5,
            "doExecute(Lorg/apache/hc/core5/http/HttpHost;"
                + "Lorg/apache/hc/core5/http/ClassicHttpRequest;"
                + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
                + "Lorg/apache/hc/client5/http/impl/classic/CloseableHttpResponse;",
            classic(context, calls, "Apache5Classic", CLIENT_5)));
    points.addAll(async(context, calls));
    return points;
  }

  private static SiteAdvice classic(
      InstrumentationContext context, Calls calls, String companion, String client) {
    Companion<ClassicAccess> accesses =
        context.companion(ClassicAccess.class, companion(companion), client);
    return advice("AroundSecond", new ClassicHook(calls, accesses));
  }

  private static List<WeavePoint> async(InstrumentationContext context, Calls calls) {
    Companion<AsyncAccess> accesses =
        context.companion(AsyncAccess.class, companion("Apache5Async"), SCOPE);
    OpenCalls open = new OpenCalls();
    return asList(
        WeavePoint.subtypesOf(
            HANDLER,
            "execute(Lorg/apache/hc/core5/http/HttpRequest;"
                + "Lorg/apache/hc/core5/http/nio/AsyncEntityProducer;"
                + "Lorg/apache/hc/client5/http/async/AsyncExecChain$Scope;"
                + "Lorg/apache/hc/client5/http/async/AsyncExecChain;"
                + "Lorg/apache/hc/client5/http/async/AsyncExecCallback;)V",
            advice("BeforeThird", new ExchangeHook(calls, open, accesses))),
        WeavePoint.subtypesOf(
            FUTURE, "completed(Ljava/lang/Object;)Z", advice("Before", new FutureHook(open, true))),
        WeavePoint.subtypesOf(
            FUTURE,
            "failed(Ljava/lang/Exception;)Z",
            advice("BeforeFirst", new FutureHook(open, false))),
        WeavePoint.subtypesOf(FUTURE, "cancel(Z)Z", advice("Before", new FutureHook(open, false))));
  }

  private static String companion(String name) {
    return ApachePoints.class.getPackage().getName() + ".companion." + name;
  }

  private static SiteAdvice advice(String name, Hook hook) {
    return new SiteAdvice(CallAdvice.NAME + name, hook);
  }
}
