package dev.telemetry.instrumentation.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StampsTest {
  private final Stamps stamps = new Stamps();

  @Test
  void time_isTakenOnce() {
    Object task = new Object();
    stamps.put(task, 7);

    assertThat(stamps.take(task)).isEqualTo(7);
    assertThat(stamps.take(task)).isZero();
  }

  @Test
  void tasksThatAreEqual_areNotTheSame() {
    String one = new String("task");
    String other = new String("task");
    stamps.put(one, 7);

    assertThat(stamps.take(other)).isZero();
    assertThat(stamps.take(one)).isEqualTo(7);
  }

  @Test
  void thousandsOfTasks_haveTheirOwnTimes() {
    List<Object> tasks = new ArrayList<>();
    for (int i = 1; i <= 2000; i++) {
      Object task = new Object();
      tasks.add(task);
      stamps.put(task, i);
    }

    for (int i = 1; i <= 2000; i++) {
      assertThat(stamps.take(tasks.get(i - 1))).isEqualTo(i);
    }
  }

  @Test
  void tooManyTasks_haveNoTimeOrTheirOwn() {
    List<Object> tasks = new ArrayList<>();
    for (int i = 1; i <= 50_000; i++) {
      Object task = new Object();
      tasks.add(task);
      stamps.put(task, i);
    }

    int timed = 0;
    for (int i = 1; i <= 50_000; i++) {
      long time = stamps.take(tasks.get(i - 1));
      assertThat(time).isIn(0L, (long) i);
      timed += time == 0 ? 0 : 1;
    }
    assertThat(timed).isGreaterThan(5000);
  }
}
