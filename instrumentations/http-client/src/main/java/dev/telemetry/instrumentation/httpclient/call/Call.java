package dev.telemetry.instrumentation.httpclient.call;

import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call from its start to its only end, and the facts of both. Whatever tells an end first
 * counts, on any thread; what is told later is passed over.
 */
public final class Call implements Facts {
  private static final AtomicIntegerFieldUpdater<Call> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(Call.class, "ended");

  private static final String[] KEYS = {
    HttpClientEvents.METHOD,
    HttpClientEvents.ADDRESS,
    HttpClientEvents.PORT,
    HttpClientEvents.TEMPLATE,
    HttpClientEvents.STATUS,
    HttpClientEvents.ERROR_TYPE
  };

  private static final int FIRST_FAILURE = 400;

  private final SpanEvents span;
  private final CallTarget target;
  private final @Nullable String template;
  private final long number;
  private volatile int ended;
  private long startNanos;
  private volatile @Nullable IntSupplier lastStatus;
  private @Nullable Integer status;
  private @Nullable String errorType;

  /** The call that this one was begun inside of; only while its thread is inside of both. */
  @Nullable Call outer;

  Call(SpanEvents span, CallTarget target, @Nullable String template, long number) {
    this.span = span;
    this.target = target;
    this.template = template;
    this.number = number;
  }

  void start() {
    startNanos = span.started(this);
  }

  boolean isFor(CallTarget other) {
    return target.isSame(other);
  }

  /**
   * Says where the status of the last response can be asked for, once it has come.
   *
   * @param lastStatus gives 0 where it is not known; must not refer to what tells the end
   */
  public void asking(IntSupplier lastStatus) {
    this.lastStatus = lastStatus;
  }

  /** The response has come, and its status can be asked for. */
  public void responded() {
    IntSupplier asked = lastStatus;
    responded(asked == null ? 0 : asked.getAsInt());
  }

  /**
   * The response has come.
   *
   * @param code its status; 0 where the library does not tell
   */
  public void responded(int code) {
    if (ends()) {
      status = code > 0 ? Integer.valueOf(code) : null;
      errorType = code >= FIRST_FAILURE ? Integer.toString(code) : null;
      span.ended(startNanos, this, null);
    }
  }

  /**
   * There will be no response.
   *
   * @param thrown why; what a future wraps it in is taken off
   * @param cancelled whether the library says that the application did not want one any more
   */
  public void failed(Throwable thrown, boolean cancelled) {
    Throwable reason = Outcome.unwrapped(thrown);
    String outcome = Outcome.of(reason);
    if (outcome != null) {
      endedBy(outcome);
    } else if (cancelled) {
      cancelled();
    } else if (ends()) {
      errorType = reason.getClass().getName();
      span.ended(startNanos, this, reason);
    }
  }

  /** The application does not want a response any more. */
  public void cancelled() {
    endedBy(HttpClientEvents.CANCELLED);
  }

  /** Nobody is left who could tell the end. */
  void unreachable() {
    endedBy(HttpClientEvents.UNREACHABLE);
  }

  private void endedBy(String outcome) {
    if (ends()) {
      errorType = outcome;
      span.ended(startNanos, this, null);
    }
  }

  /** Tells whether an end was told. */
  public boolean hasEnded() {
    return ended != 0;
  }

  private boolean ends() {
    return !hasEnded() && ENDED.compareAndSet(this, 0, 1);
  }

  @Override
  public @Nullable Object get(String key) {
    switch (key) {
      case HttpClientEvents.METHOD:
        return target.method;
      case HttpClientEvents.ADDRESS:
        return target.address;
      case HttpClientEvents.PORT:
        return target.port;
      case HttpClientEvents.TEMPLATE:
        return template;
      case HttpClientEvents.STATUS:
        return status;
      case HttpClientEvents.ERROR_TYPE:
        return errorType;
      default:
        return null;
    }
  }

  @Override
  public Metadata metadata() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String key : KEYS) {
      values.put(key, get(key));
    }
    values.put(TelemetryEvents.SPAN_CONTEXT, "http-" + Long.toHexString(number));
    return Metadata.of(values);
  }

  @Override
  public String toString() {
    return target.toString();
  }
}
