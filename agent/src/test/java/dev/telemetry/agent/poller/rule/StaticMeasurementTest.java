package dev.telemetry.agent.poller.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.poll.PeriodicMeasurement;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaticMeasurementTest {
  private static final String WORKER =
      "dev.telemetry.agent.poller.rule.StaticMeasurementTest$Worker";

  private final RulesFixture rules = new RulesFixture();

  @AfterEach
  void clear() {
    Worker.QUEUE.clear();
  }

  @Test
  void method_isCalled() throws Exception {
    rules.loaded(String.class, Worker.class);

    measurement("{method: %s.active, event: sessions, measurement: active}").measure();

    assertThat(rules.emitted.only().numbers()).isEqualTo(Map.of("active", 42));
  }

  @Test
  void field_isReadByItsSize() throws Exception {
    rules.loaded(Worker.class);
    Worker.QUEUE.add("job");

    measurement("{field: %s.QUEUE, event: worker.queue}").measure();

    assertThat(rules.emitted.only().numbers()).isEqualTo(Map.of("value", 1));
  }

  @Test
  void classThatIsNotLoaded_isWaitedFor() throws Exception {
    PeriodicMeasurement measurement = measurement("{method: %s.active, event: sessions}");

    measurement.measure();
    assertThat(rules.emitted.events).isEmpty();

    rules.loaded(Worker.class);
    measurement.measure();
    assertThat(rules.emitted.events).hasSize(1);
  }

  @Test
  void classOfSeveralLoaders_isSummedUp() throws Exception {
    rules.loaded(Worker.class, new Copy().loadClass(WORKER));

    measurement("{method: %s.active, event: sessions}").measure();

    assertThat(rules.emitted.only().number("value")).isEqualTo(84);
  }

  @Test
  void classOfALoaderThatComesLater_isFoundBeforeLong() throws Exception {
    rules.loaded(Worker.class);
    PeriodicMeasurement measurement = measurement("{method: %s.active, event: sessions}");
    measurement.measure();
    rules.loaded(Worker.class, new Copy().loadClass(WORKER));
    rules.pass(Duration.ofSeconds(10));

    measurement.measure();

    assertThat(rules.emitted.events.get(1).number("value")).isEqualTo(84);
  }

  @Test
  void methodThatThrows_fails() {
    rules.loaded(Worker.class);

    assertThatThrownBy(() -> measurement("{method: %s.broken, event: sessions}").measure())
        .hasMessage("broken has thrown java.util.NoSuchElementException");
  }

  @Test
  void memberThatIsNotStatic_fails() {
    rules.loaded(Worker.class);

    assertThatThrownBy(() -> measurement("{field: %s.own, event: sessions}").measure())
        .hasMessage(WORKER + ".own is not static; only static members can be polled");
  }

  @Test
  void memberThatIsMissing_fails() {
    rules.loaded(Worker.class);

    assertThatThrownBy(() -> measurement("{method: %s.activ, event: sessions}").measure())
        .isInstanceOf(NoSuchMethodException.class)
        .hasMessageContaining("activ");
  }

  @Test
  void valueThatIsNoNumber_fails() {
    rules.loaded(Worker.class);

    assertThatThrownBy(() -> measurement("{method: %s.text, event: sessions}").measure())
        .hasMessage(
            "method "
                + WORKER
                + ".text expected a number, true or false, or what has a size, got java.lang.String");
  }

  private PeriodicMeasurement measurement(String rule) {
    return rules.measurement(rule.replace("%s", WORKER));
  }

  /** What an application has. */
  static final class Worker {
    static final Queue<String> QUEUE = new ArrayDeque<>();
    final int own = 1;

    @SuppressWarnings("UnusedMethod")
    private static int active() {
      return 42;
    }

    static int broken() {
      return QUEUE.remove().length();
    }

    static String text() {
      return "text";
    }
  }

  /** A loader that has the worker once more. */
  private static final class Copy extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return name.equals(WORKER) ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) {
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = StaticMeasurementTest.class.getResourceAsStream(file)) {
        byte[] bytes = Objects.requireNonNull(in).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException broken) {
        throw new AssertionError(broken);
      }
    }
  }
}
