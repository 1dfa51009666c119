package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Ownership;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.ExceptionMethod;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Applications with an SLF4J of their own, each in its own loader. */
class MdcTest {
  private final Mdc mdc = new Mdc();

  @Test
  void value_isThatOfTheApplicationsOwnSlf4j() throws Exception {
    assertThat(mdc.value(application(FixedValue.value("one")), "traceId")).isEqualTo("one");
    assertThat(mdc.value(application(FixedValue.value("two")), "traceId")).isEqualTo("two");
  }

  @Test
  void applicationWithoutSlf4j_hasNoValues() {
    assertThat(mdc.value(String.class, "traceId")).isNull();
  }

  @Test
  void failingSlf4j_hasNoValues() throws Exception {
    Class<?> application =
        application(ExceptionMethod.throwing(IllegalStateException.class, "no adapter"));

    assertThat(mdc.value(application, "traceId")).isNull();
  }

  @Test
  void application_isNotKept() throws Exception {
    WeakReference<Class<?>> gone = used();

    for (int round = 0; round < 100 && gone.get() != null; round++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(gone.get()).isNull();
  }

  private WeakReference<Class<?>> used() throws Exception {
    Class<?> application = application(FixedValue.value("x"));
    assertThat(mdc.value(application, "traceId")).isEqualTo("x");
    return new WeakReference<>(application);
  }

  /** Returns a class whose loader has an SLF4J with such values. */
  static Class<?> application(Implementation get) throws ClassNotFoundException {
    @Nullable ClassLoader none = null;
    ByteBuddy maker = new ByteBuddy();
    DynamicType.Unloaded<?> slf4j =
        maker
            .subclass(Object.class)
            .name("org.slf4j.MDC")
            .defineMethod("get", String.class, Visibility.PUBLIC, Ownership.STATIC)
            .withParameters(String.class)
            .intercept(get)
            .make();
    return maker
        .subclass(Object.class)
        .name("com.acme.Application")
        .method(ElementMatchers.none())
        .intercept(FixedValue.nullValue())
        .make()
        .include(slf4j)
        .load(none, ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded();
  }
}
