package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Classes of the boot loader: only those that are named are looked at. */
class JdkClassesTest {
  private final FakeJvm jvm = new FakeJvm();
  private final Weaving weaving =
      new Weaving(
          jvm.instrumentation(),
          JdkClassesTest.class.getClassLoader(),
          new Bus(),
          List.of(new Pools()));
  private final WeavingReport report = weaving.report();

  JdkClassesTest() {
    weaving.start();
  }

  @Test
  void namedClass_isWoven() throws Exception {
    assertThat(transform(ThreadPoolExecutor.class)).isNotNull();
    assertThat(report.wovenByModule()).containsEntry("pools", 1);
    assertThat(report.failures()).isZero();
  }

  @Test
  void otherClassesOfTheBootLoader_areNotLookedAt() throws Exception {
    assertThat(transform(LinkedBlockingQueue.class)).isNull();
    assertThat(report.classesSeen()).isZero();
  }

  @Test
  void subtypeOfTheApplications_isLeftAlone() throws Exception {
    byte[] own = GivenClasses.classFile(Quick.class);

    assertThat(jvm.transform(Quick.class.getClassLoader(), Quick.class, own)).isNull();
  }

  @Test
  void classThatWasThereBefore_isWovenByTheSweep() {
    jvm.loaded.addAll(List.of(ThreadPoolExecutor.class, LinkedBlockingQueue.class));

    assertThat(weaving.sweep(true)).isEqualTo(1);
    assertThat(jvm.retransformed).containsExactly(ThreadPoolExecutor.class);
    assertThat(weaving.sweep(true)).isZero();
  }

  @Test
  void takenBack_isCountedNoMore() {
    jvm.loaded.add(ThreadPoolExecutor.class);
    weaving.sweep(true);
    weaving.takeBack();

    assertThat(report.wovenByModule()).containsEntry("pools", 0);
  }

  private byte @Nullable [] transform(Class<?> type) throws Exception {
    return jvm.transform(null, type.getName().replace('.', '/'), type, classFile(type));
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }

  /** Overrides what is woven. */
  static final class Quick extends ThreadPoolExecutor {
    Quick() {
      super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }
  }

  /** Weaves a method of a class of the JDK's. */
  private static final class Pools implements InstrumentationModule {
    @Override
    public String name() {
      return "pools";
    }

    @Override
    public List<WeavePoint> weavePoints(InstrumentationContext context) {
      return List.of(
          WeavePoint.inJdk(
              ThreadPoolExecutor.class.getName(),
              "execute(Ljava/lang/Runnable;)V",
              new SiteAdvice(Probe.CallAdvice.class.getName(), new Hook() {})));
    }

    @Override
    public List<EventDefinition> events() {
      return List.of();
    }

    @Override
    public List<MetricDefinition> metrics() {
      return List.of();
    }
  }
}
