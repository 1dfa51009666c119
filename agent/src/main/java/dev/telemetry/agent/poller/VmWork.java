package dev.telemetry.agent.poller;

import dev.telemetry.bus.Bus;
import org.jspecify.annotations.Nullable;

/** What the poller does for the VM's events. */
final class VmWork implements Poller.Work {
  private final Bus bus;
  private final VmMeasurements measurements;
  private final PollFailures failures;
  private @Nullable GcNotifications collections;

  VmWork(Bus bus, VmMeasurements measurements, PollFailures failures) {
    this.bus = bus;
    this.measurements = measurements;
    this.failures = failures;
  }

  @Override
  public void begin(Poller poller) {
    try {
      GcNotifications heard = new GcNotifications(bus.event(VmEvents.GC), poller, failures);
      heard.listen();
      collections = heard;
    } catch (LinkageError missing) {
      failures.absent(VmEvents.GC, missing);
    } catch (Throwable failure) {
      failures.failed(VmEvents.GC, failure, 1);
    }
  }

  @Override
  public void poll(long nanos, long everyNanos) {
    measurements.measure(nanos, everyNanos);
    if (collections != null) {
      collections.tellLost();
    }
  }

  @Override
  public void end() {
    if (collections != null) {
      collections.ignore();
    }
  }
}
