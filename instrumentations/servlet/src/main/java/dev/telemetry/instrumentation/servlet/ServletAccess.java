package dev.telemetry.instrumentation.servlet;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a servlet container, free of servlet types: a {@code request} is a {@code
 * ServletRequest}, a {@code response} a {@code ServletResponse}, a {@code servlet} a {@code
 * Servlet} of the variant at hand. Thread-safe.
 *
 * <p>What {@link #isHttp} refused must be given to no other method.
 */
public interface ServletAccess {

  /** Tells whether both are those of HTTP. */
  boolean isHttp(Object request, Object response);

  /** Returns a request's attribute. */
  @Nullable Object attribute(Object request, String name);

  /** Gives a request an attribute. */
  void attribute(Object request, String name, Object value);

  /**
   * Returns the name of the kind of dispatch that the request is in, such as {@code ASYNC}; empty
   * where the container does not tell.
   */
  String dispatch(Object request);

  /** Returns the method as sent; null where a wrapper hides it. */
  @Nullable String method(Object request);

  /** Returns the scheme as understood by the container; null where a wrapper hides it. */
  @Nullable String scheme(Object request);

  /** Returns the path as sent, with that of the application; null where a wrapper hides it. */
  @Nullable String uri(Object request);

  /** Returns the text behind the path's question mark as sent; null where there is none. */
  @Nullable String query(Object request);

  /** Returns the first value of a header; null where there is none. */
  @Nullable String header(Object request, String name);

  /**
   * Returns what the session has, and makes none.
   *
   * @throws IllegalStateException where the session is over
   */
  @Nullable Object sessionAttribute(Object request, String name);

  /** Returns the path of the application that serves a request; empty for that of the root. */
  String contextPathOf(Object request);

  /** Returns the part of the path that a mapping matched; null where a wrapper hides it. */
  @Nullable String servletPath(Object request);

  /** Returns the part of the path behind {@link #servletPath}; null where there is none. */
  @Nullable String pathInfo(Object request);

  /** Returns the status as it stands. */
  int status(Object response);

  /** Tells whether the status has been sent. */
  boolean isCommitted(Object response);

  /** Tells whether the request goes on when the current dispatch returns. */
  boolean isAsyncStarted(Object request);

  /**
   * Has the outcome told of a request whose {@link #isAsyncStarted} holds, over all further
   * dispatches.
   *
   * @throws IllegalStateException where the container takes no listener any more
   */
  void listen(Object request, AsyncOutcome outcome);

  /** Returns the patterns that a servlet is mapped to, as registered; empty where unknown. */
  Collection<String> mappings(Object servlet);

  /** Returns the path of the application that a servlet belongs to; empty where unknown. */
  String contextPath(Object servlet);

  /** Returns what the container's own wrappings were thrown for; else what was thrown. */
  Throwable unwrapped(Throwable thrown);

  /** Returns the status that a container gives a request which throws this, unwrapped. */
  int statusFor(Throwable thrown);
}
