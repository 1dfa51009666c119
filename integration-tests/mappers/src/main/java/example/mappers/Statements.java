package example.mappers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The texts that went through a data source: a proxy as applications have them for their logs. */
final class Statements {
  private final Set<String> texts = new ConcurrentSkipListSet<>();

  /** Returns the same data source, whose statements are noted. */
  DataSource noting(DataSource database) {
    return proxy(DataSource.class, database);
  }

  /** Returns the texts so far, each once, without line breaks. */
  Set<String> all() {
    return texts;
  }

  private <T> T proxy(Class<T> type, Object target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call(target, method, arguments));
    return type.cast(proxy);
  }

  private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null && arguments[0] instanceof String sql && takesSql(method)) {
      texts.add("sql: " + sql.replaceAll("\\s+", " "));
    }
    try {
      return wrapped(method, method.invoke(target, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean takesSql(Method method) {
    return method.getName().matches("prepare\\w+|execute\\w*|addBatch");
  }

  private @Nullable Object wrapped(Method method, @Nullable Object result) {
    Class<?> type = method.getReturnType();
    boolean noted =
        type == Connection.class || type == Statement.class || type == PreparedStatement.class;
    boolean opens = method.getName().matches("getConnection|createStatement|prepareStatement");
    return result != null && noted && opens ? proxy(type, result) : result;
  }
}
