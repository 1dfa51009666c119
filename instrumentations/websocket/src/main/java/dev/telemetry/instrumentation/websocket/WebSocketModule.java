package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Measures WebSocket sessions and messages of servers that run endpoints of JSR 356. */
public final class WebSocketModule implements InstrumentationModule {
  /** What the packages of the API begin with. */
  static final String[] VARIANTS = {"jakarta", "javax"};

  private static final String ENDPOINT = "jakarta.websocket.Endpoint|javax.websocket.Endpoint";
  private static final String SESSION = "Ljakarta/websocket/Session;";

  private final AtomicReference<List<String>> pointers =
      new AtomicReference<>(WebSocketEvents.POINTERS);

  /** For {@link java.util.ServiceLoader}. */
  public WebSocketModule() {}

  @Override
  public String name() {
    return "websocket";
  }

  /** Nothing is woven otherwise: messages that come from now on are named by the new pointers. */
  @Override
  public @Nullable Predicate<String> configure(InstrumentationSettings settings) {
    pointers.set(settings.texts("event", WebSocketEvents.POINTERS));
    return null;
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    WebSocketHooks hooks = new WebSocketHooks(context, pointers);
    List<WeavePoint> points = new ArrayList<>();
    points.add(
        hooks.point(
            Place.OPEN,
            "Before",
            ENDPOINT,
            "onOpen(" + SESSION + "Ljakarta/websocket/EndpointConfig;)V"));
    points.add(
        hooks.point(
            Place.CLOSE,
            "Before",
            ENDPOINT,
            "onClose(" + SESSION + "Ljakarta/websocket/CloseReason;)V"));
    points.addAll(TomcatPoints.of(hooks));
    points.addAll(UndertowPoints.of(hooks));
    points.addAll(JettyPoints.of(hooks));
    points.addAll(OlderJettyPoints.of(hooks));
    points.addAll(SpringPoints.of(hooks));
    return points;
  }

  @Override
  public List<EventDefinition> events() {
    return WebSocketEvents.events();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return WebSocketEvents.metrics();
  }
}
