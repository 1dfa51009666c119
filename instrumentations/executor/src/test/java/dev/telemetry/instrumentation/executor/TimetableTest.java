package dev.telemetry.instrumentation.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private final Bus bus = new Bus();
  private final List<String> emitted = new ArrayList<>();
  private final Timetable timetable = new Timetable(bus.span(ExecutorEvents.SCHEDULED));

  TimetableTest() {
    bus.attach(
        "test",
        List.of(ExecutorEvents.SCHEDULED + ".*"),
        (event, measurements, metadata) ->
            emitted.add(
                event.substring(ExecutorEvents.SCHEDULED.length())
                    + " "
                    + metadata.get(ExecutorEvents.CODE_FUNCTION_NAME)
                    + " "
                    + metadata.get("error.type")),
        OnFailure.detach());
  }

  @Test
  void run_isASpanOfTheTask() {
    FutureTask<?> future = new FutureTask<>(() -> 1);
    timetable.scheduled(new Job(), future);
    run(future);

    String job = Job.class.getName();
    assertThat(emitted).containsExactly(".start " + job + " null", ".stop " + job + " null");
  }

  @Test
  void failureThatTheFutureKeeps_isTheSpans() {
    FutureTask<?> future = new FutureTask<>(TimetableTest::fail);
    timetable.scheduled(new Job(), future);
    run(future);

    assertThat(emitted.get(1)).isEqualTo(".exception " + Job.class.getName() + " java.lang.Error");
  }

  @Test
  void taskThatRunsBeforeItIsKnown_isNamedAtItsEnd() {
    FutureTask<?> future = new FutureTask<>(() -> 1);
    Object run = Objects.requireNonNull(timetable.begins(future));
    timetable.scheduled(new Job(), future);
    timetable.ends(run, null);

    assertThat(emitted.get(0)).contains("(unknown)");
    assertThat(emitted.get(1)).contains(Job.class.getName());
  }

  @Test
  void lambda_isNamedByTheClassThatItIsIn() {
    Runnable lambda = () -> {};

    assertThat(Timetable.nameOf(lambda.getClass()))
        .isEqualTo(TimetableTest.class.getName() + ".lambda");
  }

  private void run(FutureTask<?> future) {
    Object run = Objects.requireNonNull(timetable.begins(future));
    future.run();
    timetable.ends(run, null);
  }

  private static Object fail() {
    throw new Error("late");
  }

  /** A task. */
  private static final class Job implements Runnable {
    @Override
    public void run() {}
  }
}
