package dev.telemetry.instrumentation.servlet;

import static java.util.Arrays.asList;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Measures HTTP requests where they enter and leave filters and servlets. */
public final class ServletModule implements InstrumentationModule {
  private static final String REQUEST_AND_RESPONSE =
      "Ljakarta/servlet/ServletRequest;Ljakarta/servlet/ServletResponse;";

  private final AtomicReference<ServletSettings> settings =
      new AtomicReference<>(new ServletSettings(InstrumentationSettings.none()));

  /** For {@link java.util.ServiceLoader}. */
  public ServletModule() {}

  @Override
  public String name() {
    return "servlet";
  }

  /**
   * Nothing is woven otherwise: requests that begin from now on are treated by the new settings.
   */
  @Override
  public @Nullable Predicate<String> configure(InstrumentationSettings now) {
    settings.set(new ServletSettings(now));
    return null;
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    Hook hook = new RequestHook(context.bus(), settings::get, access(context));
    return asList(
        WeavePoint.subtypesOf(
            "jakarta.servlet.Servlet|javax.servlet.Servlet",
            "service(" + REQUEST_AND_RESPONSE + ")V",
            advice("ServletAdvice", hook)),
        WeavePoint.subtypesOf(
            "jakarta.servlet.Filter|javax.servlet.Filter",
            "doFilter(" + REQUEST_AND_RESPONSE + "Ljakarta/servlet/FilterChain;)V",
            advice("FilterAdvice", hook)));
  }

  @Override
  public List<EventDefinition> events() {
    return ServletEvents.events();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return ServletEvents.metrics();
  }

  private static Companion<ServletAccess> access(InstrumentationContext context) {
    return context.companion(
        ServletAccess.class,
        ServletModule.class.getPackage().getName() + ".companion.JakartaServletAccess",
        "jakarta.servlet.ServletRequest",
        "javax.servlet.ServletRequest");
  }

  private static SiteAdvice advice(String simpleName, Hook hook) {
    return new SiteAdvice(ServletModule.class.getPackage().getName() + "." + simpleName, hook);
  }
}
