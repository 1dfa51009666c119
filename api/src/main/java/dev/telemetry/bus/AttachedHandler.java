package dev.telemetry.bus;

import dev.telemetry.Handler;
import dev.telemetry.HandlerInfo;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A handler with its id, its events and what becomes of it when it throws. */
final class AttachedHandler {
  private static final int DEEPEST = 50;

  private final Registry registry;
  private final String id;
  private final List<EventPattern> events;
  private final Handler handler;
  private final OnFailure onFailure;
  private final FailureReports reports;
  private final HandlerTime time;

  @SuppressWarnings("ThreadLocalUsage") // how deep each handler is within itself
  private final ThreadLocal<int[]> depth = new ThreadLocal<>();

  private volatile @Nullable Throwable unreported;

  AttachedHandler(
      Registry registry,
      String id,
      List<EventPattern> events,
      Handler handler,
      OnFailure onFailure) {
    this.registry = registry;
    this.id = Objects.requireNonNull(id, "id");
    this.events = events;
    this.handler = Objects.requireNonNull(handler, "handler");
    this.onFailure = Objects.requireNonNull(onFailure, "onFailure");
    this.reports = new FailureReports(registry, id, onFailure);
    this.time = new HandlerTime(id);
  }

  String id() {
    return id;
  }

  Handler handler() {
    return handler;
  }

  OnFailure onFailure() {
    return onFailure;
  }

  String[] patterns() {
    return events.stream().map(EventPattern::toString).toArray(String[]::new);
  }

  boolean wants(String event) {
    return events.stream().anyMatch(pattern -> pattern.matches(event));
  }

  void list(String prefix, List<HandlerInfo> found) {
    events.stream()
        .filter(pattern -> pattern.startsWith(prefix))
        .forEach(pattern -> found.add(new HandlerInfo(id, pattern.toString(), onFailure)));
  }

  /** Tells whether the copy that it was attached in has been unloaded. */
  boolean gone() {
    return handler instanceof ForeignHandler && ((ForeignHandler) handler).gone();
  }

  void detached() {
    if (handler instanceof ForeignHandler) {
      ((ForeignHandler) handler).detached();
    }
  }

  HandlerTime time() {
    return time;
  }

  void handleTimed(String event, Measurements measurements, Metadata metadata) {
    long begun = System.nanoTime();
    handle(event, measurements, metadata);
    time.add(System.nanoTime() - begun);
  }

  void handle(String event, Measurements measurements, Metadata metadata) {
    if (gone()) {
      registry.detach(this);
      return;
    }
    try {
      if (unreported == null) {
        call(event, measurements, metadata);
      }
    } catch (Throwable failure) {
      failed(event, failure);
    }
    Throwable failure = unreported;
    if (failure != null) {
      failed(event, failure);
    }
  }

  private void call(String event, Measurements measurements, Metadata metadata) throws Exception {
    int[] calls = depth.get();
    if (calls == null) {
      calls = new int[1];
      depth.set(calls);
    }
    if (calls[0] == DEEPEST) {
      throw new IllegalStateException("it emits events that call it again, without end");
    }
    calls[0]++;
    try {
      handler.handle(event, measurements, metadata);
    } finally {
      calls[0]--;
    }
  }

  /**
   * At the end of the stack the handler is only marked, and what follows is done once it can be.
   */
  private void failed(String event, Throwable failure) {
    if (!StackRoom.left()) {
      unreported = failure;
      return;
    }
    unreported = null;
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (!onFailure.keeps()) {
      registry.detach(this);
    }
    reports.report(event, failure);
  }
}
