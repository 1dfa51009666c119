package dev.telemetry.instrumentation.servlet.containers.inside;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** What the containers serve: one path for each way in which a request can end. */
public final class Application implements ServletContainerInitializer, ServletContextListener {

  /** What a servlet does. */
  interface Action {
    void answer(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException;
  }

  @Override
  public void onStartup(Set<Class<?>> types, ServletContext context) {
    register(context);
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    register(event.getServletContext());
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {}

  private static void register(ServletContext context) {
    filter(context, "outer", new Wrapping());
    filter(context, "inner", new Wrapping());
    registerAnswers(context);
    registerFailures(context);
    registerAsync(context);
  }

  private static void registerAnswers(ServletContext context) {
    Action hello = (request, response) -> response.getWriter().print("hello");
    serve(context, hello, "/hello", "/greet/*", "*.hi");
    serve(context, hello, "/files/*", "/health");
    serve(context, Application::keepPlan, "/tagged");
    serve(
        context,
        (request, response) -> request.getRequestDispatcher("/hello").forward(request, response),
        "/health/forward");
    serve(context, (request, response) -> response.getWriter().print("error page"), "/error");
    serve(
        context,
        (request, response) -> request.getRequestDispatcher("/hello").forward(request, response),
        "/forward");
    serve(
        context,
        (request, response) -> {
          request.getRequestDispatcher("/hello").include(request, response);
          request.getRequestDispatcher("/greet/you").include(request, response);
        },
        "/include");
  }

  private static void keepPlan(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getSession().setAttribute("plan", "gold");
    response.getWriter().print(request.getParameter("page"));
  }

  private static void registerFailures(ServletContext context) {
    serve(context, (request, response) -> response.sendError(404), "/missing");
    serve(context, (request, response) -> response.sendError(503), "/busy");
    serve(
        context,
        (request, response) -> {
          throw new IllegalStateException("broken");
        },
        "/broken");
    serve(
        context,
        (request, response) -> {
          throw new ServletException(new IOException("wrapped"));
        },
        "/wrapped");
    serve(
        context,
        (request, response) -> {
          throw new UnavailableException("maintenance", 1);
        },
        "/unavailable");
    serve(
        context,
        (request, response) -> {
          response.getWriter().print("a beginning");
          response.flushBuffer();
          throw new IllegalStateException("no end");
        },
        "/committed");
  }

  private static void registerAsync(ServletContext context) {
    serve(context, (request, response) -> request.startAsync().complete(), "/async/at-once");
    serve(context, Application::completeLater, "/async/complete");
    serve(context, Application::dispatchTwice, "/async/dispatch");
    serve(context, (request, response) -> request.startAsync().setTimeout(100), "/async/timeout");
    serve(context, Application::completeOnTimeout, "/async/timeout-answered");
    serve(context, Application::dispatchOnTimeout, "/async/timeout-dispatched");
    serve(
        context,
        (request, response) -> {
          // Jetty answers such a request when its time is out, unless somebody listens to it
          request.startAsync().setTimeout(100);
          throw new IllegalStateException("after all");
        },
        "/async/throws");
    serve(
        context,
        (request, response) -> {
          if (request.getDispatcherType() == DispatcherType.ASYNC) {
            throw new IllegalStateException("second thought");
          }
          request.startAsync().dispatch();
        },
        "/async/dispatch-throws");
    serve(
        context,
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.start(async::complete);
        },
        "/async/start");
  }

  private static void completeLater(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync(request, response);
    later(
        () -> {
          response.setStatus(202);
          async.complete();
        });
  }

  private static void dispatchTwice(HttpServletRequest request, HttpServletResponse response) {
    Integer round = (Integer) request.getAttribute("round");
    if (round != null && round == 2) {
      response.setStatus(203);
      return;
    }
    request.setAttribute("round", round == null ? 1 : 2);
    AsyncContext async = request.startAsync();
    later(async::dispatch);
  }

  private static void completeOnTimeout(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.setTimeout(100);
    async.addListener(
        new OnTimeout() {
          @Override
          public void onTimeout(AsyncEvent event) {
            event.getAsyncContext().complete();
          }
        });
  }

  private static void dispatchOnTimeout(HttpServletRequest request, HttpServletResponse response) {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      response.setStatus(204);
      return;
    }
    AsyncContext async = request.startAsync();
    async.setTimeout(100);
    async.addListener(
        new OnTimeout() {
          @Override
          public void onTimeout(AsyncEvent event) {
            event.getAsyncContext().dispatch();
          }
        });
  }

  private static void later(Runnable task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(30);
              } catch (InterruptedException ignored) {
                // nobody interrupts it
              }
              task.run();
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void serve(ServletContext context, Action action, String... mappings) {
    ServletRegistration.Dynamic servlet =
        context.addServlet(mappings[0], new ActionServlet(action));
    servlet.setAsyncSupported(true);
    servlet.addMapping(mappings);
  }

  private static void filter(ServletContext context, String name, Filter filter) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
  }

  /** Does what it was given. */
  static final class ActionServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Action action;

    ActionServlet(Action action) {
      this.action = action;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      action.answer(request, response);
    }
  }

  /** Gives the chain a request of its own, as many filters do. */
  static final class Wrapping implements Filter {
    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request), response);
    }

    @Override
    public void destroy() {}
  }

  /** Leaves all but the timeout alone. */
  abstract static class OnTimeout implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
