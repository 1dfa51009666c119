package dev.telemetry.agent.poller;

import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is measured of the VM at intervals. Goes on where it was, however often it is stopped.
 */
final class VmMeasurements implements Retried.Source {
  private static final String[] EVENTS = {
    VmEvents.MEMORY,
    VmEvents.THREAD,
    VmEvents.CLASS,
    VmEvents.CPU,
    VmEvents.BUFFER,
    VmEvents.FILE_DESCRIPTOR
  };

  private final List<Retried> measurements = new ArrayList<>();

  VmMeasurements(Bus bus, PollFailures failures) {
    for (String event : EVENTS) {
      measurements.add(new Retried(bus.event(event), this, failures));
    }
  }

  @Override
  public PeriodicMeasurement of(String event) {
    switch (event) {
      case VmEvents.MEMORY:
        return new MemoryMeasurement();
      case VmEvents.THREAD:
        return new ThreadMeasurement();
      case VmEvents.CLASS:
        return new ClassMeasurement();
      case VmEvents.CPU:
        return new CpuMeasurement();
      case VmEvents.BUFFER:
        return new BufferMeasurement();
      default:
        return new FileDescriptorMeasurement();
    }
  }

  /** Measures; one at a time, because the thread before may not have ended. */
  synchronized void measure(long nanos, long everyNanos) {
    for (Retried measurement : measurements) {
      measurement.measure(nanos, everyNanos);
    }
  }
}
