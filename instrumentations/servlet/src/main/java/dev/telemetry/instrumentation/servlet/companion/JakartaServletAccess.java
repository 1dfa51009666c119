package dev.telemetry.instrumentation.servlet.companion;

import dev.telemetry.instrumentation.servlet.AsyncOutcome;
import dev.telemetry.instrumentation.servlet.ServletAccess;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Reads the objects of a container whose API has the package names of this class. */
public final class JakartaServletAccess implements ServletAccess {
  /** More than containers and frameworks put around each other; ends a circle of causes. */
  private static final int WRAPPINGS = 8;

  /** For the loader of companions. */
  public JakartaServletAccess() {}

  @Override
  public boolean isHttp(Object request, Object response) {
    return request instanceof HttpServletRequest && response instanceof HttpServletResponse;
  }

  @Override
  public @Nullable Object attribute(Object request, String name) {
    return ((ServletRequest) request).getAttribute(name);
  }

  @Override
  public void attribute(Object request, String name, Object value) {
    ((ServletRequest) request).setAttribute(name, value);
  }

  @Override
  public String dispatch(Object request) {
    DispatcherType type = ((ServletRequest) request).getDispatcherType();
    return type == null ? "" : type.name();
  }

  @Override
  public @Nullable String method(Object request) {
    return ((HttpServletRequest) request).getMethod();
  }

  @Override
  public @Nullable String scheme(Object request) {
    return ((ServletRequest) request).getScheme();
  }

  @Override
  public @Nullable String uri(Object request) {
    return ((HttpServletRequest) request).getRequestURI();
  }

  @Override
  public @Nullable String query(Object request) {
    return ((HttpServletRequest) request).getQueryString();
  }

  @Override
  public @Nullable String header(Object request, String name) {
    return ((HttpServletRequest) request).getHeader(name);
  }

  @Override
  public @Nullable Object sessionAttribute(Object request, String name) {
    HttpSession session = ((HttpServletRequest) request).getSession(false);
    return session == null ? null : session.getAttribute(name);
  }

  @Override
  public String contextPathOf(Object request) {
    // the request's own path of the application is made anew each time it is asked for
    ServletContext context = ((ServletRequest) request).getServletContext();
    return context == null ? "" : context.getContextPath();
  }

  @Override
  public @Nullable String servletPath(Object request) {
    return ((HttpServletRequest) request).getServletPath();
  }

  @Override
  public @Nullable String pathInfo(Object request) {
    return ((HttpServletRequest) request).getPathInfo();
  }

  @Override
  public int status(Object response) {
    return ((HttpServletResponse) response).getStatus();
  }

  @Override
  public boolean isCommitted(Object response) {
    return ((HttpServletResponse) response).isCommitted();
  }

  @Override
  public boolean isAsyncStarted(Object request) {
    return ((ServletRequest) request).isAsyncStarted();
  }

  @Override
  public void listen(Object request, AsyncOutcome outcome) {
    ((ServletRequest) request).getAsyncContext().addListener(new OutcomeListener(outcome));
  }

  @Override
  public Collection<String> mappings(Object servlet) {
    ServletConfig config = ((Servlet) servlet).getServletConfig();
    ServletRegistration registration =
        config == null
            ? null
            : config.getServletContext().getServletRegistration(config.getServletName());
    return registration == null ? Collections.emptyList() : registration.getMappings();
  }

  @Override
  public String contextPath(Object servlet) {
    ServletConfig config = ((Servlet) servlet).getServletConfig();
    return config == null ? "" : config.getServletContext().getContextPath();
  }

  @Override
  public Throwable unwrapped(Throwable thrown) {
    Throwable found = thrown;
    for (int depth = 0; depth < WRAPPINGS && found instanceof ServletException; depth++) {
      Throwable cause = ((ServletException) found).getRootCause();
      if (cause == null) {
        return found;
      }
      found = cause;
    }
    return found;
  }

  @Override
  public int statusFor(Throwable thrown) {
    if (!(thrown instanceof UnavailableException)) {
      return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
    return ((UnavailableException) thrown).isPermanent()
        ? HttpServletResponse.SC_NOT_FOUND
        : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
  }
}
