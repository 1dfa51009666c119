package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.poller.Growth;
import dev.telemetry.poll.PeriodicMeasurement;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Emits what a static member says. Its class is never loaded for that, and may go: until it is
 * there nothing is emitted. Where several loaders have a class of the name, the sum counts.
 */
final class StaticMeasurement implements PeriodicMeasurement {
  private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(10);

  private final StaticTarget target;
  private final Asked asked;
  private final Surroundings surroundings;
  private final Growth growth = new Growth();
  private List<WeakReference<Class<?>>> found = Collections.emptyList();
  private long lookedNanos;

  StaticMeasurement(StaticTarget target, Asked asked, Surroundings surroundings) {
    this.target = target;
    this.asked = asked;
    this.surroundings = surroundings;
  }

  @Override
  public void measure() throws Exception {
    if (!asked.enabled()) {
      return;
    }
    List<Class<?>> classes = classes();
    if (!classes.isEmpty()) {
      emit(sum(classes));
    }
  }

  private void emit(Number number) {
    Reading reading = asked.readings().get(0);
    growth.begin();
    Number told = reading.isCounter() ? growth.step(reading.source(), number) : number;
    growth.end();
    asked.emit(Collections.singletonMap(reading.measurement(), told), Collections.emptyMap());
  }

  private Number sum(List<Class<?>> classes) throws Exception {
    @Nullable Number sum = null;
    for (Class<?> declaring : classes) {
      Object value = target.valueIn(declaring);
      Number number = Numbers.of(value);
      if (number == null) {
        throw new IllegalStateException(
            target + " expected a number, true or false, or what has a size, got " + kind(value));
      }
      sum = sum == null ? number : (Number) (sum.doubleValue() + number.doubleValue());
    }
    return sum == null ? 0 : sum;
  }

  private static String kind(@Nullable Object value) {
    return value == null
        ? "null"
        : value instanceof Number ? value.toString() : value.getClass().getName();
  }

  /** Looks again while there is none, and now and then: another loader may have one by now. */
  private List<Class<?>> classes() {
    List<Class<?>> classes = alive();
    if (classes.isEmpty() || surroundings.nanos() - lookedNanos >= LOOK_AGAIN) {
      found = look();
      lookedNanos = surroundings.nanos();
      classes = alive();
    }
    return classes;
  }

  private List<Class<?>> alive() {
    List<Class<?>> classes = new ArrayList<>();
    for (WeakReference<Class<?>> reference : found) {
      Class<?> declaring = reference.get();
      if (declaring != null) {
        classes.add(declaring);
      }
    }
    return classes;
  }

  private List<WeakReference<Class<?>>> look() {
    List<WeakReference<Class<?>>> classes = new ArrayList<>();
    for (Class<?> loaded : surroundings.loadedClasses()) {
      if (loaded.getName().equals(target.type())) {
        classes.add(new WeakReference<>(loaded));
      }
    }
    return classes;
  }
}
