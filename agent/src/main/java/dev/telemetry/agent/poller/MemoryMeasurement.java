package dev.telemetry.agent.poller;

import dev.telemetry.bus.Event;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory pools. */
final class MemoryMeasurement implements PeriodicMeasurement {
  private final List<MemoryPoolMXBean> pools;

  MemoryMeasurement() {
    this(ManagementFactory.getMemoryPoolMXBeans());
  }

  MemoryMeasurement(List<MemoryPoolMXBean> pools) {
    this.pools = pools;
  }

  @Override
  public void measure(Event event) {
    for (MemoryPoolMXBean pool : pools) {
      @Nullable MemoryUsage usage = pool.getUsage();
      if (usage != null) { // of a pool that is gone there is none
        reading(pool, usage).emit(event);
      }
    }
  }

  private static Reading reading(MemoryPoolMXBean pool, MemoryUsage usage) {
    boolean heap = pool.getType() == MemoryType.HEAP;
    @Nullable MemoryUsage collected = pool.getCollectionUsage();
    return new Reading()
        .about(VmEvents.MEMORY_TYPE, heap ? VmEvents.HEAP : VmEvents.NON_HEAP)
        .about(VmEvents.MEMORY_POOL, pool.getName())
        .number(VmEvents.USED, usage.getUsed())
        .number(VmEvents.COMMITTED, usage.getCommitted())
        .number(VmEvents.LIMIT, usage.getMax())
        .number(VmEvents.USED_AFTER_LAST_GC, collected == null ? -1 : collected.getUsed());
  }
}
