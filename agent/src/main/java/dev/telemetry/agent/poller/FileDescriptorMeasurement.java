package dev.telemetry.agent.poller;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.telemetry.bus.Event;
import java.lang.management.ManagementFactory;

/** The file descriptors, where the operating system has such. */
final class FileDescriptorMeasurement implements PeriodicMeasurement {
  private final Object system;

  FileDescriptorMeasurement() {
    this(ManagementFactory.getOperatingSystemMXBean());
  }

  FileDescriptorMeasurement(Object system) {
    this.system = system;
  }

  @Override
  public void measure(Event event) {
    if (system instanceof UnixOperatingSystemMXBean) {
      UnixOperatingSystemMXBean unix = (UnixOperatingSystemMXBean) system;
      new Reading()
          .number(VmEvents.COUNT, unix.getOpenFileDescriptorCount())
          .number(VmEvents.LIMIT, unix.getMaxFileDescriptorCount())
          .emit(event);
    }
  }
}
