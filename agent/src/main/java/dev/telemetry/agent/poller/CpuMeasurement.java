package dev.telemetry.agent.poller;

import com.sun.management.OperatingSystemMXBean;
import dev.telemetry.bus.Event;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** The processors: how many there are, and what the process uses of them where the VM tells. */
final class CpuMeasurement implements PeriodicMeasurement {
  private final @Nullable OperatingSystemMXBean process;
  private final Steps time = new Steps();

  CpuMeasurement() {
    this(find());
  }

  CpuMeasurement(@Nullable OperatingSystemMXBean process) {
    this.process = process;
  }

  private static @Nullable OperatingSystemMXBean find() {
    Object bean = ManagementFactory.getOperatingSystemMXBean();
    try {
      return bean instanceof OperatingSystemMXBean ? (OperatingSystemMXBean) bean : null;
    } catch (LinkageError absent) { // an image without the module jdk.management
      return null;
    }
  }

  @Override
  public void measure(Event event) {
    Reading reading =
        new Reading().number(VmEvents.COUNT, Runtime.getRuntime().availableProcessors());
    if (process != null) {
      reading
          .number(VmEvents.TIME, time.to(process.getProcessCpuTime()))
          .fraction(VmEvents.RECENT_UTILIZATION, process.getProcessCpuLoad());
    }
    reading.emit(event);
  }
}
