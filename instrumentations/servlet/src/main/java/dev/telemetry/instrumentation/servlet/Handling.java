package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/** What takes one request: the first servlet, and what a framework in it has chosen. */
final class Handling {
  private final Requests requests;
  private @Nullable ServletMappings servlet;
  private @Nullable ServletMapping mapping;
  private @Nullable Class<?> application;
  private boolean frameworkAsked;
  private @Nullable String template;
  private @Nullable Object handler;

  Handling(Requests requests) {
    this.requests = requests;
  }

  /** Lets go of all of it. */
  void clear() {
    servlet = null;
    mapping = null;
    application = null;
    frameworkAsked = false;
    template = null;
    handler = null;
  }

  /** Tells whether no servlet had the request so far. */
  boolean isFirst() {
    return mapping == null;
  }

  /**
   * The first servlet tells the route; before a second one (of a forward, an include, an error
   * page) a framework's choice in the first is kept, see {@link #askFramework}.
   *
   * @param seen the request as this servlet sees it
   */
  void reached(Object first, ServletAccess access, Object seen) {
    servlet = requests.mappingsOf(first, access);
    application = first.getClass();
    mapping = servlet.by(access, seen);
  }

  /** Keeps what a framework has chosen by now, once. */
  void askFramework(ServletAccess access, Object request) {
    if (!frameworkAsked) {
      frameworkAsked = true;
      template = requests.spring().template(access, request);
      handler = requests.spring().handler(access, request);
    }
  }

  /** Returns the template of the path. */
  String route() {
    return mapping == null ? ServletEvents.UNMATCHED : mapping.route(template);
  }

  /** Returns a class of the application's; null before the first servlet. */
  @Nullable Class<?> application() {
    return application;
  }

  @Nullable String functionName() {
    if (handler != null) {
      return requests.spring().functionName(handler);
    }
    return servlet == null ? null : servlet.functionName();
  }
}
