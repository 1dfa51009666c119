package dev.telemetry.instrumentation.httpclient.jdk;

import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;

/** What is asked of the types of {@code java.net.http}, which Java 8 does not have. */
final class HttpTypes {
  private final MethodHandle method;
  private final MethodHandle uri;
  private final MethodHandle status;

  private HttpTypes() throws ReflectiveOperationException {
    method = getter("HttpRequest", "method", String.class);
    uri = getter("HttpRequest", "uri", URI.class);
    status = getter("HttpResponse", "statusCode", int.class);
  }

  private static MethodHandle getter(String type, String name, Class<?> result)
      throws ReflectiveOperationException {
    Class<?> owner = Class.forName("java.net.http." + type);
    return MethodHandles.publicLookup()
        .findVirtual(owner, name, MethodType.methodType(result))
        .asType(MethodType.methodType(result, Object.class));
  }

  /** Looks them up when the first one is used, and never before. */
  static HttpTypes get() {
    return Holder.TYPES;
  }

  CallTarget target(Object request) throws Throwable {
    return CallTarget.of((String) method.invokeExact(request), (URI) uri.invokeExact(request));
  }

  int status(Object response) throws Throwable {
    return (int) status.invokeExact(response);
  }

  private static final class Holder {
    static final HttpTypes TYPES = find();

    private static HttpTypes find() {
      try {
        return new HttpTypes();
      } catch (ReflectiveOperationException absent) {
        throw new IllegalStateException(absent);
      }
    }
  }
}
