package dev.telemetry.instrumentation.scheduled;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
import java.util.concurrent.Callable;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

class ScheduledContractTest extends InstrumentationContract {
  @Override
  protected InstrumentationModule module() {
    return new ScheduledModule();
  }

  @Override
  protected String span() {
    return ScheduledEvents.METHOD;
  }

  @Override
  protected Callable<?> succeeding() {
    return () -> call(() -> {});
  }

  @Override
  protected Callable<?> failing() {
    return () -> call(ScheduledContractTest::fail);
  }

  private static String call(Runnable work) throws NoSuchMethodException {
    new ScheduledMethodRunnable(new Jobs(work), "nightly").run();
    return "done";
  }

  private static void fail() {
    throw new IllegalStateException("not tonight");
  }
}
