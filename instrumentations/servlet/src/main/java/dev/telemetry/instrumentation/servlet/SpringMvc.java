package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/**
 * What Spring MVC leaves on a request about the controller that it chose. Thread-safe; needs no
 * class of Spring, because the attributes have borne these names since version 3.
 */
final class SpringMvc {
  private static final String TEMPLATE =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";
  private static final String HANDLER =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingHandler";
  private static final String HANDLER_METHOD = "org.springframework.web.method.HandlerMethod";

  /** More controller methods than an application has. */
  private static final int METHODS = 5000;

  private final DerivedTexts methods = new DerivedTexts(METHODS, SpringMvc::methodName);
  private final DerivedTexts types = new DerivedTexts(METHODS, SpringMvc::typeName);

  /** Returns the template that was matched, without the paths of application and servlet. */
  @Nullable String template(ServletAccess access, Object request) {
    Object template = access.attribute(request, TEMPLATE);
    return template instanceof String ? (String) template : null;
  }

  /** Returns the handler that was chosen. */
  @Nullable Object handler(ServletAccess access, Object request) {
    return access.attribute(request, HANDLER);
  }

  /** Returns the qualified name of a handler's method. */
  String functionName(Object handler) {
    return isHandlerMethod(handler)
        ? methods.of(handler.toString())
        : types.of(handler.getClass().getName());
  }

  private static boolean isHandlerMethod(Object handler) {
    Class<?> type = handler.getClass();
    while (type != null && !type.getName().equals(HANDLER_METHOD)) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  /**
   * Reads {@code com.acme.Controller#method(args)}; before Spring 5.2 {@code public
   * java.lang.String com.acme.Controller.method(args)}.
   */
  static String methodName(String description) {
    int parenthesis = description.indexOf('(');
    String name = parenthesis < 0 ? description : description.substring(0, parenthesis);
    return name.substring(name.lastIndexOf(' ') + 1).replace('#', '.');
  }

  /** Names the one method of a handler that is an object; a lambda bears its class's name. */
  private static String typeName(String className) {
    int lambda = className.indexOf("$$Lambda");
    return lambda < 0 ? className + ".handleRequest" : className.substring(0, lambda) + ".handle";
  }
}
