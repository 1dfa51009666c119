package dev.telemetry.agent.poller;

import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * All that is measured of the VM at intervals, going on where it was however often it is stopped.
 */
final class VmMeasurements {
  private final List<Retried> measurements = new ArrayList<>();

  VmMeasurements(Bus bus, PollFailures failures) {
    add(bus, failures, VmEvents.MEMORY, MemoryMeasurement::new);
    add(bus, failures, VmEvents.THREAD, ThreadMeasurement::new);
    add(bus, failures, VmEvents.CLASS, ClassMeasurement::new);
    add(bus, failures, VmEvents.CPU, CpuMeasurement::new);
    add(bus, failures, VmEvents.BUFFER, BufferMeasurement::new);
    add(bus, failures, VmEvents.FILE_DESCRIPTOR, FileDescriptorMeasurement::new);
  }

  private void add(
      Bus bus, PollFailures failures, String event, Callable<PeriodicMeasurement> source) {
    measurements.add(new Retried(bus.event(event), source, failures));
  }

  /** Measures; one at a time, because the thread before may not have ended. */
  synchronized void measure(long nanos, long everyNanos) {
    for (Retried measurement : measurements) {
      measurement.measure(nanos, everyNanos);
    }
  }
}
