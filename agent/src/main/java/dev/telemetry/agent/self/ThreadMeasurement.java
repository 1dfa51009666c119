package dev.telemetry.agent.self;

import dev.telemetry.agent.poller.Growth;
import dev.telemetry.agent.poller.Reading;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.poll.PeriodicMeasurement;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What the agent's own threads use. What one has used between the last look and its end is not
 * seen, and neither is what the agent does on the application's threads.
 */
final class ThreadMeasurement implements PeriodicMeasurement {
  private final Bus bus;
  private final Event event;
  private final Growth growth = new Growth();

  ThreadMeasurement(Bus bus) {
    this.bus = bus;
    event = bus.event(SelfEvents.AGENT);
  }

  @Override
  public void measure() {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    growth.begin();
    long cpu = 0;
    long allocated = 0;
    int threads = 0;
    for (Thread thread : OwnThreads.now()) {
      cpu += step("cpu", thread, bean.isThreadCpuTimeSupported() ? cpu(bean, thread) : 0);
      allocated += step("allocated", thread, allocated(bean, thread));
      threads++;
    }
    new Reading()
        .number(SelfEvents.CPU_TIME, cpu)
        .number(SelfEvents.ALLOCATED, allocated)
        .number(SelfEvents.THREADS, threads)
        .number(SelfEvents.FAILURES, growth.step("failures", bus.failures()).longValue())
        .emit(event);
    growth.end();
  }

  /** The VM says -1 of a thread that has just ended. */
  private long step(String what, Thread thread, long now) {
    return growth.step(what + " " + thread.getId(), Math.max(0, now)).longValue();
  }

  private static long cpu(ThreadMXBean bean, Thread thread) {
    return bean.getThreadCpuTime(thread.getId());
  }

  private static long allocated(ThreadMXBean bean, Thread thread) {
    try {
      return bean instanceof com.sun.management.ThreadMXBean
          ? ((com.sun.management.ThreadMXBean) bean).getThreadAllocatedBytes(thread.getId())
          : 0;
    } catch (LinkageError | UnsupportedOperationException absent) { // no module jdk.management
      return 0;
    }
  }
}
