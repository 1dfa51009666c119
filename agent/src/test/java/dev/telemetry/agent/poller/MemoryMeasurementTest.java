package dev.telemetry.agent.poller;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryMeasurementTest {
  private final Emitted emitted = new Emitted();

  @Test
  void pool_tellsWhatItsBeanTells() {
    MemoryPoolMXBean pool = pool("Eden", MemoryType.HEAP, new MemoryUsage(1, 20, 30, 40));
    when(pool.getCollectionUsage()).thenReturn(new MemoryUsage(1, 5, 30, 40));

    measure(pool);

    Emitted.One event = emitted.only();
    assertThat(event.name()).isEqualTo("jvm.memory");
    assertThat(event.about())
        .containsOnly(entry("jvm.memory.type", "heap"), entry("jvm.memory.pool.name", "Eden"));
    assertThat(event.numbers())
        .hasToString("{used=20, committed=30, limit=40, used_after_last_gc=5}");
  }

  @Test
  void poolWithoutLimitAndCollection_leavesThemOut() {
    measure(pool("Metaspace", MemoryType.NON_HEAP, new MemoryUsage(-1, 20, 30, -1)));

    Emitted.One event = emitted.only();
    assertThat(event.about()).containsEntry("jvm.memory.type", "non_heap");
    assertThat(event.numbers()).containsOnlyKeys("used", "committed");
  }

  @Test
  void poolThatIsGone_isLeftOut() {
    measure(
        mock(MemoryPoolMXBean.class), pool("Eden", MemoryType.HEAP, new MemoryUsage(0, 0, 0, 0)));

    assertThat(emitted.only().number("used")).isZero();
  }

  @Test
  void pools_areAllOfTheVm() {
    new MemoryMeasurement().measure(emitted.event("jvm.memory"));

    assertThat(emitted.events).hasSameSizeAs(ManagementFactory.getMemoryPoolMXBeans());
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      Emitted.One event = emitted.about("jvm.memory.pool.name", pool.getName());
      boolean limited = pool.getUsage().getMax() >= 0;
      assertThat(event.numbers().get("limit")).isEqualTo(limited ? pool.getUsage().getMax() : null);
      assertThat(event.numbers().containsKey("used_after_last_gc"))
          .isEqualTo(pool.getCollectionUsage() != null);
    }
  }

  private void measure(MemoryPoolMXBean... pools) {
    new MemoryMeasurement(List.of(pools)).measure(emitted.event("jvm.memory"));
  }

  private static MemoryPoolMXBean pool(String name, MemoryType type, MemoryUsage usage) {
    MemoryPoolMXBean pool = mock(MemoryPoolMXBean.class);
    when(pool.getName()).thenReturn(name);
    when(pool.getType()).thenReturn(type);
    when(pool.getUsage()).thenReturn(usage);
    return pool;
  }
}
