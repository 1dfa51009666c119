package dev.telemetry.instrumentation.httpclient;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.httpclient.apache.ApachePoints;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.HttpClientEvents;
import dev.telemetry.instrumentation.httpclient.call.PathTemplates;
import dev.telemetry.instrumentation.httpclient.jdk.JdkPoints;
import dev.telemetry.instrumentation.httpclient.okhttp.OkHttpPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Measures calls over HTTP to other services, whichever client makes them. */
public final class HttpClientModule implements InstrumentationModule {
  private final AtomicReference<PathTemplates> templates =
      new AtomicReference<>(new PathTemplates(InstrumentationSettings.none()));

  /** For {@link java.util.ServiceLoader}. */
  public HttpClientModule() {}

  @Override
  public String name() {
    return "http-client";
  }

  /** Nothing is woven otherwise: calls that begin from now on are named by the new templates. */
  @Override
  public @Nullable Predicate<String> configure(InstrumentationSettings settings) {
    templates.set(new PathTemplates(settings));
    return null;
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    Calls calls = new Calls(context.bus(), templates);
    List<WeavePoint> points = new ArrayList<>();
    points.addAll(OkHttpPoints.of(context, calls));
    points.addAll(ApachePoints.of(context, calls));
    points.addAll(JdkPoints.of(calls));
    return points;
  }

  @Override
  public List<EventDefinition> events() {
    return HttpClientEvents.events();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return HttpClientEvents.metrics();
  }
}
