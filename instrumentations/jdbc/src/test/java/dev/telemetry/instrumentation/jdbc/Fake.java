package dev.telemetry.instrumentation.jdbc;

import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** An implementation of an interface that answers one method and returns null from all others. */
final class Fake {
  private Fake() {}

  static <T> T of(Class<T> type, String method, Callable<?> answer) {
    Object fake =
        Proxy.newProxyInstance(
            Fake.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> called.getName().equals(method) ? answer.call() : null);
    return type.cast(fake);
  }
}
