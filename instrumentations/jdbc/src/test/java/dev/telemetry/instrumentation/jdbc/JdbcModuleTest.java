package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import dev.telemetry.instrumentation.WeavePoint;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcModuleTest {
  private static final Set<String> OTHERS =
      Set.of(
          "clearBatch",
          "commit",
          "close",
          "isValid",
          "getMoreResults",
          "getResultSet",
          "getUpdateCount");

  private static final Set<String> INTERFACES =
      Set.of("java.sql.Statement", "java.sql.Connection", "java.sql.ResultSet");

  /** Those that can make a driver fetch rows. */
  private static final Set<String> MOVES =
      Set.of("next", "previous", "first", "last", "absolute", "relative");

  private final JdbcModule module = new JdbcModule();

  /** What the specification offers; an overload that is added to it fails here. */
  static Stream<Method> methods() {
    return Stream.<Class<?>>of(
            Statement.class, PreparedStatement.class, Connection.class, ResultSet.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(JdbcModuleTest::isOfInterest);
  }

  private static boolean isOfInterest(Method method) {
    String name = method.getName();
    return name.startsWith("execute")
        || name.startsWith("prepare")
        || name.startsWith("rollback")
        || OTHERS.contains(name)
        || (method.getDeclaringClass() == ResultSet.class && MOVES.contains(name))
        || method.toString().contains("addBatch(java.lang.String)");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void weavePoints_coverEveryMethodThatExecutesOrPrepares(Method method) {
    assertThat(points())
        .filteredOn(point -> point.types().equals(List.of(type(method).getName())))
        .filteredOn(point -> (point.method() + point.descriptor()).equals(signature(method)))
        .hasSize(1);
  }

  /** Where it is looked for: a driver's statement may execute what only its subclass prepares. */
  private static Class<?> type(Method method) {
    Class<?> type = method.getDeclaringClass();
    return type == PreparedStatement.class ? Statement.class : type;
  }

  @Test
  void weavePoints_nameNothingElse() {
    assertThat(points())
        .filteredOn(point -> INTERFACES.containsAll(point.types()))
        .filteredOn(point -> !point.method().equals("unwrap"))
        .hasSize((int) methods().count());
  }

  @Test
  void weavePoints_nameAdviceThatExists() throws ClassNotFoundException {
    for (WeavePoint point : points()) {
      String advice = adviceOf(point);
      assertThat(Class.forName(advice).getMethods()).extracting(Method::getName).contains("enter");
    }
  }

  @Test
  void module_isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(InstrumentationModule.class))
        .anyMatch(found -> found instanceof JdbcModule && found.name().equals("jdbc"));
  }

  @Test
  void metrics_areDurationAndCountByTheSameTags() {
    MetricDefinition duration = module.metrics().get(0);
    MetricDefinition count = module.metrics().get(1);

    assertThat(duration.name()).isEqualTo("db.client.operation.duration");
    assertThat(duration.type()).isEqualTo(MetricType.DISTRIBUTION);
    assertThat(duration.unit()).isEqualTo("s");
    assertThat(duration.buckets()).containsExactly(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10);
    assertThat(count.name()).isEqualTo("db.client.operation.count");
    assertThat(count.type()).isEqualTo(MetricType.COUNTER);
    assertThat(count.tags())
        .isEqualTo(duration.tags())
        .containsExactly("db.system.name", "db.operation.name", "db.collection.name", "error.type");
  }

  private static String adviceOf(WeavePoint point) {
    MethodSite site = new MethodSite("A", point.method(), point.descriptor(), 0);
    return Objects.requireNonNull(point.adviceFor(site)).advice();
  }

  private static String signature(Method method) {
    return method.getName()
        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
  }

  private List<WeavePoint> points() {
    Bus bus = new Bus();
    return module.weavePoints(
        new InstrumentationContext() {
          @Override
          public Bus bus() {
            return bus;
          }

          @Override
          public <T> Companion<T> companion(Class<T> role, String companion, String... anchors) {
            throw new AssertionError("types of the JDK need no companion");
          }
        });
  }
}
