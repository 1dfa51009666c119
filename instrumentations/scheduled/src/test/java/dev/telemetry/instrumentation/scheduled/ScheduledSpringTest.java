package dev.telemetry.instrumentation.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.testing.Woven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A whole context of Spring that schedules by itself. */
@Timeout(60)
class ScheduledSpringTest {
  @RegisterExtension final Woven woven = new Woven(new ScheduledModule());

  @Test
  void scheduledMethod_isASpanOfItsName() throws InterruptedException {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Schedule.class, Jobs.class)) {
      assertThat(context.isRunning()).isTrue();
      while (woven.events().endsOf(ScheduledEvents.METHOD).isEmpty()) {
        Thread.sleep(2);
      }
    }

    assertThat(woven.events().endsOf(ScheduledEvents.METHOD).get(0).metadata())
        .containsEntry(ScheduledEvents.CODE_FUNCTION_NAME, Jobs.class.getName() + ".nightly");
  }

  /** Switches scheduling on. */
  @EnableScheduling
  static class Schedule {}
}
