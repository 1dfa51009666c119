package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
import dev.telemetry.instrumentation.testing.RecordedEvents;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class WebSocketContractTest extends InstrumentationContract {
  private static TomcatServer server;

  @BeforeAll
  static void start() throws LifecycleException {
    server = new TomcatServer();
  }

  @AfterAll
  static void stop() throws LifecycleException {
    server.close();
  }

  @Override
  protected InstrumentationModule module() {
    return new WebSocketModule();
  }

  @Override
  protected String span() {
    return WebSocketEvents.MESSAGE;
  }

  @Override
  protected Callable<?> succeeding() {
    return () -> said("nothing");
  }

  /** What a handler throws is told to its endpoint, not to the client. */
  @Override
  protected Callable<?> failing() {
    return () -> {
      said("fail");
      throw new IllegalStateException("asked to fail");
    };
  }

  @Override
  protected List<Callable<?>> furtherWork() {
    return List.of(
        () -> said("echo"),
        () -> said("SUBSCRIBE\ndestination:/topic/news\n\n\0"),
        this::refused,
        this::sessionsAreClosed);
  }

  /** A client is told before the endpoint is. */
  private Object sessionsAreClosed() {
    RecordedEvents events = woven.events();
    while (events.named(WebSocketEvents.CLOSE).size() < events.named(WebSocketEvents.OPEN).size()) {
      Thread.onSpinWait();
    }
    return "closed";
  }

  private static String said(String text) {
    try (Client client = new Client(server.url("/room/one"))) {
      client.text(text);
    }
    return text;
  }

  private Object refused() {
    try (Client client = new Client(server.url("/closed"))) {
      return client;
    } catch (CompletionException refused) {
      return "refused";
    }
  }
}
