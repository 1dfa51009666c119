package dev.telemetry.instrumentation.servlet;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.Subscriber;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A servlet container reduced to what a hook sees of it. */
final class FakeContainer implements ServletAccess {
  static final String START = "http.server.request.start";
  static final String STOP = "http.server.request.stop";
  static final String EXCEPTION = "http.server.request.exception";

  final Bus bus = new Bus();
  ServletSettings settings = new ServletSettings(InstrumentationSettings.none());
  final Hook hook = new RequestHook(bus, () -> settings, request -> this);
  final List<String> names = new ArrayList<>();
  final List<Map<String, Object>> metadata = new ArrayList<>();
  final List<@Nullable Throwable> errors = new ArrayList<>();
  private final Runnable unsubscribe = bus.subscribe(Recorder::new);

  /** What a filter or servlet does. */
  interface Body {
    void run() throws Throwable;
  }

  static final class Request {
    final Map<String, Object> attributes;
    final List<AsyncOutcome> listeners = new ArrayList<>();
    String method = "GET";
    String scheme = "http";
    String dispatch = "REQUEST";
    final Map<String, String> headers = new HashMap<>();
    @Nullable Map<String, Object> session;
    @Nullable String query;
    String uri = "/";
    String application = "";
    String servletPath = "/";
    @Nullable String pathInfo;
    boolean asyncStarted;
    boolean refusesListeners;

    Request() {
      attributes = new HashMap<>();
    }

    /** A wrapper, which passes on what the other one bears. */
    Request(Request wrapped) {
      attributes = wrapped.attributes;
    }
  }

  static final class Response {
    int status = 200;
    boolean committed;
    boolean hidesItsStatus;
  }

  /** A servlet as it is registered. */
  static class Servlet {
    final List<String> mappings;
    String contextPath = "";
    int asked;

    Servlet(String... mappings) {
      this.mappings = Arrays.asList(mappings);
    }
  }

  /** A wrapping exception of the container. */
  static final class Wrapping extends Exception {
    private static final long serialVersionUID = 1;

    Wrapping(Throwable cause) {
      super(cause);
    }
  }

  void detachAll() {
    unsubscribe.run();
  }

  void filter(Request request, Response response, Body body) {
    serve(null, request, response, body);
  }

  /** Calls a servlet; what it throws ends here, as in a container. */
  void serve(@Nullable Object servlet, Request request, Response response, Body body) {
    try {
      call(servlet, request, response, body);
    } catch (Throwable thrown) {
      // the container answers it
    }
  }

  void call(@Nullable Object servlet, Request request, Response response, Body body)
      throws Throwable {
    Object token = hook.enter(servlet, request, response);
    Throwable thrown = null;
    try {
      body.run();
    } catch (Throwable failure) {
      thrown = failure;
      throw failure;
    } finally {
      if (token != null) {
        hook.exit(token, null, thrown);
      }
    }
  }

  Map<String, Object> last() {
    return metadata.get(metadata.size() - 1);
  }

  @Override
  public boolean isHttp(Object request, Object response) {
    return request instanceof Request && response instanceof Response;
  }

  @Override
  public @Nullable Object attribute(Object request, String name) {
    return ((Request) request).attributes.get(name);
  }

  @Override
  public void attribute(Object request, String name, Object value) {
    ((Request) request).attributes.put(name, value);
  }

  @Override
  public String dispatch(Object request) {
    return ((Request) request).dispatch;
  }

  @Override
  public String method(Object request) {
    return ((Request) request).method;
  }

  @Override
  public String scheme(Object request) {
    return ((Request) request).scheme;
  }

  @Override
  public String uri(Object request) {
    return ((Request) request).uri;
  }

  @Override
  public @Nullable String query(Object request) {
    return ((Request) request).query;
  }

  @Override
  public @Nullable String header(Object request, String name) {
    return ((Request) request).headers.get(name);
  }

  @Override
  public @Nullable Object sessionAttribute(Object request, String name) {
    Map<String, Object> session = ((Request) request).session;
    if (session != null && session.containsKey("over")) {
      throw new IllegalStateException("session is over");
    }
    return session == null ? null : session.get(name);
  }

  @Override
  public String contextPathOf(Object request) {
    return ((Request) request).application;
  }

  @Override
  public String servletPath(Object request) {
    return ((Request) request).servletPath;
  }

  @Override
  public @Nullable String pathInfo(Object request) {
    return ((Request) request).pathInfo;
  }

  @Override
  public int status(Object response) {
    if (((Response) response).hidesItsStatus) {
      throw new IllegalStateException("recycled");
    }
    return ((Response) response).status;
  }

  @Override
  public boolean isCommitted(Object response) {
    return ((Response) response).committed;
  }

  @Override
  public boolean isAsyncStarted(Object request) {
    return ((Request) request).asyncStarted;
  }

  @Override
  public void listen(Object request, AsyncOutcome outcome) {
    if (((Request) request).refusesListeners) {
      throw new IllegalStateException("answered already");
    }
    ((Request) request).listeners.add(outcome);
  }

  @Override
  public Collection<String> mappings(Object servlet) {
    ((Servlet) servlet).asked++;
    return ((Servlet) servlet).mappings;
  }

  @Override
  public String contextPath(Object servlet) {
    return ((Servlet) servlet).contextPath;
  }

  @Override
  public Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof Wrapping && cause != null ? cause : thrown;
  }

  @Override
  public int statusFor(Throwable thrown) {
    return 500;
  }

  private final class Recorder implements Subscriber {
    private final String name;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public void single(Facts facts) {
      record(facts, null);
    }

    @Override
    public void started(long nanos, Facts facts) {
      record(facts, null);
    }

    @Override
    public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
      record(facts, error);
    }

    private void record(Facts facts, @Nullable Throwable error) {
      names.add(name);
      metadata.add(facts.metadata().toMap());
      errors.add(error);
    }
  }
}
