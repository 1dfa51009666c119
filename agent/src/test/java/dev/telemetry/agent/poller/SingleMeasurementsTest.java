package dev.telemetry.agent.poller;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleMeasurementsTest {
  private final Emitted emitted = new Emitted();

  @Test
  void classes_tellStepsFromZeroAndHowManyThereAre() {
    ClassLoadingMXBean bean = mock(ClassLoadingMXBean.class);
    ClassMeasurement measurement = new ClassMeasurement(bean);
    when(bean.getTotalLoadedClassCount()).thenReturn(1000L, 1010L);
    when(bean.getUnloadedClassCount()).thenReturn(3L, 3L);
    when(bean.getLoadedClassCount()).thenReturn(997, 1007);

    measurement.measure(emitted.event("jvm.class"));
    assertThat(emitted.only().numbers())
        .containsOnly(entry("loaded", 1000L), entry("unloaded", 3L), entry("count", 997L));
    measurement.measure(emitted.event("jvm.class"));
    assertThat(emitted.only().numbers())
        .containsOnly(entry("loaded", 10L), entry("unloaded", 0L), entry("count", 1007L));
  }

  @Test
  void classes_areThoseOfTheVm() {
    ClassLoadingMXBean bean = ManagementFactory.getClassLoadingMXBean();
    long before = bean.getTotalLoadedClassCount();
    new ClassMeasurement().measure(emitted.event("jvm.class"));

    assertThat(emitted.only().number("loaded")).isBetween(before, bean.getTotalLoadedClassCount());
  }

  @Test
  void cpu_tellsTimeAsSteps() {
    OperatingSystemMXBean bean = mock(OperatingSystemMXBean.class);
    CpuMeasurement measurement = new CpuMeasurement(bean);
    when(bean.getProcessCpuTime()).thenReturn(5_000_000L, 7_000_000L);
    when(bean.getProcessCpuLoad()).thenReturn(0.25);

    measurement.measure(emitted.event("jvm.cpu"));
    Emitted.One first = emitted.only();
    assertThat(first.number("time")).isEqualTo(5_000_000);
    assertThat(first.numbers()).containsEntry("recent_utilization", 0.25);
    assertThat(first.number("count")).isEqualTo(Runtime.getRuntime().availableProcessors());
    measurement.measure(emitted.event("jvm.cpu"));
    assertThat(emitted.only().number("time")).isEqualTo(2_000_000);
  }

  @Test
  void cpu_leavesOutWhatTheVmDoesNotKnow() {
    OperatingSystemMXBean bean = mock(OperatingSystemMXBean.class);
    CpuMeasurement measurement = new CpuMeasurement(bean);
    when(bean.getProcessCpuTime()).thenReturn(-1L, 10L);
    when(bean.getProcessCpuLoad()).thenReturn(Double.NaN, -1.0);

    measurement.measure(emitted.event("jvm.cpu"));
    assertThat(emitted.only().numbers()).containsOnlyKeys("count");
    measurement.measure(emitted.event("jvm.cpu"));
    assertThat(emitted.only().numbers()).containsOnlyKeys("count", "time");
  }

  @Test
  void cpu_withoutTheBean_tellsHowManyThereAre() {
    new CpuMeasurement(null).measure(emitted.event("jvm.cpu"));

    assertThat(emitted.only().numbers()).containsOnlyKeys("count");
  }

  @Test
  void cpu_isThatOfTheVm() {
    OperatingSystemMXBean bean =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = bean.getProcessCpuTime();
    new CpuMeasurement().measure(emitted.event("jvm.cpu"));

    assertThat(emitted.only().number("time")).isBetween(before, bean.getProcessCpuTime());
  }

  @Test
  void buffers_areThoseOfTheVm() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    new BufferMeasurement().measure(emitted.event("jvm.buffer"));

    Emitted.One direct = emitted.about("jvm.buffer.pool.name", "direct");
    assertThat(direct.number("memory.used")).isGreaterThanOrEqualTo(buffer.capacity());
    assertThat(emitted.events)
        .hasSameSizeAs(ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class));
  }

  @Test
  void buffers_tellWhatTheirBeanTells() {
    BufferPoolMXBean bean = mock(BufferPoolMXBean.class);
    when(bean.getName()).thenReturn("mapped");
    when(bean.getCount()).thenReturn(2L);
    when(bean.getMemoryUsed()).thenReturn(-1L);
    when(bean.getTotalCapacity()).thenReturn(4096L);
    new BufferMeasurement(List.of(bean)).measure(emitted.event("jvm.buffer"));

    assertThat(emitted.only().numbers())
        .containsOnly(entry("count", 2L), entry("memory.limit", 4096L));
  }

  @Test
  void fileDescriptors_tellWhatTheBeanTells() {
    UnixOperatingSystemMXBean bean = mock(UnixOperatingSystemMXBean.class);
    when(bean.getOpenFileDescriptorCount()).thenReturn(7L);
    when(bean.getMaxFileDescriptorCount()).thenReturn(1024L);
    new FileDescriptorMeasurement(bean).measure(emitted.event("jvm.file_descriptor"));

    assertThat(emitted.only().numbers()).containsOnly(entry("count", 7L), entry("limit", 1024L));
  }

  @Test
  void fileDescriptors_whereThereAreNone_tellNothing() {
    new FileDescriptorMeasurement("no Unix").measure(emitted.event("jvm.file_descriptor"));

    assertThat(emitted.events).isEmpty();
  }
}
