package dev.telemetry.instrumentation.httpclient.okhttp;

import static java.util.Arrays.asList;

import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import java.util.List;

/** Where OkHttp is woven. */
public final class OkHttpPoints {
  private static final String CALL = "okhttp3.Call";
  private static final String CALLBACK = "okhttp3.Callback";

  private OkHttpPoints() {}

  /** Returns the points, and the hooks behind them that begin and end these calls. */
  public static List<WeavePoint> of(InstrumentationContext context, Calls calls) {
    Companion<OkHttpAccess> accesses =
        context.companion(
            OkHttpAccess.class,
            OkHttpPoints.class.getPackage().getName() + ".companion.OkHttpTypes",
            CALL);
    OpenCalls open = new OpenCalls();
    SiteAdvice told = Shape.BEFORE_SECOND.calling(new CallbackHook(open, accesses));
    List<WeavePoint> points =
        asList(
            WeavePoint.subtypesOf(
                CALL,
                "execute()Lokhttp3/Response;",
                Shape.AROUND.calling(new ExecuteHook(calls, accesses))),
            WeavePoint.subtypesOf(
                CALL,
                "enqueue(Lokhttp3/Callback;)V",
                Shape.AROUND.calling(new EnqueueHook(calls, open, accesses))),
            WeavePoint.subtypesOf(CALLBACK, "onResponse(Lokhttp3/Call;Lokhttp3/Response;)V", told),
            WeavePoint.subtypesOf(
                CALLBACK, "onFailure(Lokhttp3/Call;Ljava/io/IOException;)V", told));
    points.forEach(point -> point.using(accesses));
    return points;
  }
}
