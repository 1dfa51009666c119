package dev.telemetry.instrumentation.servlet;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A servlet called as a container calls it; the containers themselves have tests of their own. */
class ServletContractTest extends InstrumentationContract {
  @Override
  protected InstrumentationModule module() {
    return new ServletModule();
  }

  @Override
  protected String span() {
    return ServletEvents.REQUEST;
  }

  @Override
  protected Callable<?> succeeding() {
    return () -> serve(Map.of("amount", "3"));
  }

  @Override
  protected Callable<?> failing() {
    return () -> serve(Map.of());
  }

  private static @Nullable Object serve(Map<String, String> parameters) throws Exception {
    Map<String, Object> attributes = new HashMap<>();
    new Counter().service(request(parameters, attributes), response());
    return attributes.get("counted");
  }

  private static HttpServletRequest request(
      Map<String, String> parameters, Map<String, Object> attributes) {
    return fake(
        HttpServletRequest.class,
        (method, arguments) ->
            switch (method) {
              case "getMethod" -> "POST";
              case "getScheme" -> "https";
              case "getContextPath" -> "/shop";
              case "getServletPath" -> "/count";
              case "getDispatcherType" -> DispatcherType.REQUEST;
              case "isAsyncStarted" -> false;
              case "getParameter" -> parameters.get((String) arguments[0]);
              case "getAttribute" -> attributes.get((String) arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              default -> null;
            });
  }

  private static HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (method, arguments) ->
            switch (method) {
              case "getStatus" -> 200;
              case "isCommitted" -> false;
              default -> null;
            });
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.to(method.getName(), arguments == null ? new Object[0] : arguments)));
  }

  /** What an object of the container says. */
  private interface Answers {
    @Nullable Object to(String method, Object[] arguments);
  }
}
