package dev.telemetry.agent.poller;

import dev.telemetry.bus.Event;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** The pools of buffers outside the heap. */
final class BufferMeasurement implements PeriodicMeasurement {
  private final List<BufferPoolMXBean> pools;

  BufferMeasurement() {
    this(ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class));
  }

  BufferMeasurement(List<BufferPoolMXBean> pools) {
    this.pools = pools;
  }

  @Override
  public void measure(Event event) {
    for (BufferPoolMXBean pool : pools) {
      new Reading()
          .about(VmEvents.BUFFER_POOL, pool.getName())
          .number(VmEvents.MEMORY_USED, pool.getMemoryUsed())
          .number(VmEvents.MEMORY_LIMIT, pool.getTotalCapacity())
          .number(VmEvents.COUNT, pool.getCount())
          .emit(event);
    }
  }
}
