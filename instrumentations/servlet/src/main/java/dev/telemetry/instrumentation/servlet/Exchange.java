package dev.telemetry.instrumentation.servlet;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One request from its start to its only end, and later another one: the facts of both.
 *
 * <p>A container runs one dispatch of a request at a time and orders what it does around them, so
 * only the state is contended.
 */
final class Exchange implements Facts, Dispatched, AsyncOutcome {
  private static final AtomicIntegerFieldUpdater<Exchange> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Exchange.class, "state");

  /** A dispatch is running. */
  private static final int OPEN = 0;

  /** Goes on asynchronously; the container tells its end. */
  private static final int AWAITED = 1;

  private static final int ENDED = 2;

  /** Stands for the objects of a request between two requests. */
  private static final Object NOTHING = new Object();

  private static final String[] KEYS = {
    ServletEvents.METHOD,
    ServletEvents.SCHEME,
    ServletEvents.WEBAPP,
    ServletEvents.ROUTE,
    ServletEvents.STATUS,
    ServletEvents.ERROR_TYPE,
    ServletEvents.FUNCTION
  };

  private final Requests requests;
  private ServletSettings settings;
  private @Nullable ServletAccess access;
  private @Nullable Ticket ticket;
  private @Nullable Thread thread;
  private Object request = NOTHING;
  private Object response = NOTHING;
  private String method = ServletEvents.OTHER;
  private String scheme = ServletEvents.OTHER;
  private @Nullable TagValues tags;
  private volatile int state;
  private long startNanos;
  private boolean listening;
  private boolean offered;

  private final Handling handling;
  private final Outcome outcome = new Outcome();
  private @Nullable Integer status;
  private @Nullable String route;

  Exchange(Requests requests) {
    this.requests = requests;
    settings = requests.settings();
    handling = new Handling(requests);
  }

  /** Begins with a request; all else is as it is in a new one. */
  Exchange begin(ServletAccess access, Object request, Object response) {
    settings = requests.settings();
    this.access = access;
    this.request = request;
    this.response = response;
    method = HttpTerms.method(access.method(request));
    scheme = HttpTerms.scheme(access.scheme(request));
    tags = settings.tags.length == 0 ? null : new TagValues(settings.tags, access, request);
    return this;
  }

  /** Lets go of all that belongs to the request, and is there for another one. */
  private void giveBack() {
    if (ticket != null) {
      ticket.over();
    }
    ticket = null;
    access = null;
    request = NOTHING;
    response = NOTHING;
    tags = null;
    handling.clear();
    outcome.clear();
    status = null;
    route = null;
    // who takes it next sees all of this: it is handed over by a volatile array
    STATE.lazySet(this, OPEN);
    requests.spare(this);
  }

  /** Returns the request as the first filter or servlet saw it. */
  Object request() {
    return request;
  }

  /** Tells whether the request is over; a first dispatch then means another one. */
  boolean hasEnded() {
    return state == ENDED;
  }

  /**
   * Tells whether it has ended and no container was ever given it, so that it can be used again.
   */
  private boolean isOverForAll() {
    return hasEnded() && !offered;
  }

  boolean isAwaited() {
    return state == AWAITED;
  }

  /** Remembers the thread that it is known to be on; null for none. */
  void on(@Nullable Thread current) {
    thread = current;
  }

  /** Tells whether it is known to be on that thread, which is the current one. */
  boolean isOn(Thread current) {
    return thread == current;
  }

  /** The request is seen for the first time. */
  void started() {
    startNanos = requests.started(this);
  }

  /** A dispatch of it begins on this thread; comes last, for {@link #left} has to follow. */
  void entered() {
    requests.inside().enter(this);
    if (thread == null) {
      show();
    }
  }

  /** Has the request bear the ticket, for those who see it otherwise than this thread has. */
  void show() {
    if (ticket == null) {
      ticket = new Ticket(this);
      try {
        access().attribute(request, RequestHook.ATTRIBUTE, ticket);
      } catch (RuntimeException | LinkageError refused) {
        requests.failed(refused);
      }
    }
  }

  /**
   * A servlet takes the request, see {@link Handling#reached}.
   *
   * @param seen the request as this servlet sees it
   */
  void reached(Object servlet, Object seen) {
    try {
      if (handling.isFirst()) {
        handling.reached(servlet, access(), seen);
        takeFromLog();
      } else {
        handling.askFramework(access(), request);
      }
    } catch (RuntimeException | LinkageError unreadable) {
      requests.failed(unreadable);
    }
  }

  /** A further dispatch of an asynchronous request begins; false where another one won. */
  boolean resumed() {
    // the application answers a timeout by this dispatch: its outcome counts
    outcome.timedOut = false;
    return STATE.compareAndSet(this, AWAITED, OPEN);
  }

  @Override
  public void left(@Nullable Throwable failure) {
    requests.inside().leave(this);
    try {
      leave(failure);
    } finally {
      if (isOverForAll()) {
        giveBack();
      }
    }
  }

  private void leave(@Nullable Throwable failure) {
    takeFromLog();
    if (failure != null) {
      // Even if it was to go on: Tomcat 7 and 10 never complete such a request, and Jetty treats it
      // otherwise when somebody listens to it.
      show();
      outcome.thrown(access(), failure);
      end();
    } else if (isHeardOf()) {
      STATE.compareAndSet(this, OPEN, AWAITED);
    } else {
      end();
    }
  }

  @Override
  public void completed() {
    endSafely();
  }

  @Override
  public void timedOut() {
    outcome.timedOut = true;
  }

  @Override
  public void failed(@Nullable Throwable failure) {
    outcome.failed = true;
    if (failure != null) {
      outcome.thrown(access(), failure);
    }
    endSafely();
  }

  @Override
  public @Nullable Object get(String key) {
    switch (key) {
      case ServletEvents.METHOD:
        return method;
      case ServletEvents.SCHEME:
        return scheme;
      case ServletEvents.WEBAPP:
        return webapp();
      case ServletEvents.ROUTE:
        return route;
      case ServletEvents.STATUS:
        return status;
      case ServletEvents.ERROR_TYPE:
        return hasEnded() ? outcome.errorType(settings.failures, status) : null;
      case ServletEvents.FUNCTION:
        return hasEnded() ? handling.functionName() : null;
      default:
        return tags == null ? null : tags.get(key, hasEnded());
    }
  }

  @Override
  public Metadata metadata() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String key : KEYS) {
      values.put(key, get(key));
    }
    if (tags != null) {
      tags.copyTo(values, hasEnded());
    }
    return Metadata.of(values);
  }

  private ServletAccess access() {
    return Objects.requireNonNull(access, "used between two requests");
  }

  /** Tells whether the container will tell the end, asking it to where it goes on. */
  private boolean isHeardOf() {
    try {
      if (!listening && access().isAsyncStarted(request)) {
        show();
        offered = true;
        access().listen(request, this);
        listening = true;
      }
    } catch (RuntimeException | LinkageError over) {
      requests.failed(over);
    }
    return listening;
  }

  private void endSafely() {
    try {
      end();
    } catch (Throwable failure) {
      requests.failed(failure);
    }
  }

  private void end() {
    if (STATE.getAndSet(this, ENDED) == ENDED) {
      return;
    }
    try {
      conclude();
    } finally {
      requests.ended(startNanos, this, outcome.failure(settings.failures));
    }
  }

  private void conclude() {
    handling.askFramework(access(), request);
    route = handling.route();
    int code = outcome.status(access(), response);
    status = HttpTerms.status(code);
    if (code >= HttpTerms.CLIENT_ERROR) {
      // a container may show a page for it, as a dispatch of its own
      show();
    }
  }

  private @Nullable String webapp() {
    try {
      String path = access().contextPathOf(request);
      return path.isEmpty() ? ServletEvents.ROOT : path;
    } catch (RuntimeException | LinkageError untold) {
      return null;
    }
  }

  /** What a log's context has is gone once the filters are left; see {@link TagValues}. */
  private void takeFromLog() {
    Class<?> application = handling.application();
    if (tags != null && settings.readsMdc && application != null) {
      tags.take(requests.mdc(), application);
    }
  }
}
