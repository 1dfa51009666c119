package dev.telemetry.agent.poller;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.List;

/** The default metrics of the VM, by the semantic conventions. */
final class VmMetrics {
  private static final String BYTES = "By";
  private static final String CLASSES = "{class}";
  private static final String DESCRIPTORS = "{file_descriptor}";

  /** Made once: two configurations that have them have the same. */
  static final List<MetricDefinition> ALL = all();

  private VmMetrics() {}

  private static List<MetricDefinition> all() {
    List<MetricDefinition> all = new ArrayList<>(memory());
    all.add(gc());
    all.add(threads());
    all.addAll(classes());
    all.addAll(cpu());
    all.addAll(buffers());
    all.addAll(fileDescriptors());
    return unmodifiableList(all);
  }

  private static List<MetricDefinition> memory() {
    return asList(
        pool(VmEvents.USED, "Memory used."),
        pool(VmEvents.COMMITTED, "Memory committed."),
        pool(VmEvents.LIMIT, "Most memory that can be had."),
        pool(VmEvents.USED_AFTER_LAST_GC, "Memory used after the last collection of the pool."));
  }

  private static MetricDefinition pool(String measurement, String description) {
    return now(VmEvents.MEMORY, measurement, BYTES)
        .withTags(VmEvents.MEMORY_TYPE, VmEvents.MEMORY_POOL)
        .withDescription(description);
  }

  private static MetricDefinition gc() {
    return new MetricDefinition(
            MetricType.DISTRIBUTION, VmEvents.GC + "." + TelemetryEvents.DURATION)
        .withTags(VmEvents.GC_NAME, VmEvents.GC_ACTION)
        .withUnit("s")
        .withBuckets(0.01, 0.1, 1, 10)
        .withDescription("Duration of garbage collections.");
  }

  private static MetricDefinition threads() {
    return now(VmEvents.THREAD, VmEvents.COUNT, "{thread}")
        .withTags(VmEvents.THREAD_DAEMON, VmEvents.THREAD_STATE)
        .withDescription("Number of live platform threads.");
  }

  private static List<MetricDefinition> classes() {
    return asList(
        total(VmEvents.CLASS, VmEvents.LOADED, CLASSES).withDescription("Classes loaded."),
        total(VmEvents.CLASS, VmEvents.UNLOADED, CLASSES).withDescription("Classes unloaded."),
        now(VmEvents.CLASS, VmEvents.COUNT, CLASSES)
            .withDescription("Number of classes that are loaded now."));
  }

  private static List<MetricDefinition> cpu() {
    return asList(
        total(VmEvents.CPU, VmEvents.TIME, "s")
            .withDescription("CPU time that the process has used."),
        now(VmEvents.CPU, VmEvents.COUNT, "{cpu}")
            .withDescription("Number of processors that the VM may use."),
        now(VmEvents.CPU, VmEvents.RECENT_UTILIZATION, "1")
            .withDescription("How much of all processors the process has used lately."));
  }

  private static List<MetricDefinition> buffers() {
    return asList(
        buffer(VmEvents.MEMORY_USED, BYTES, "Memory used by buffers outside the heap."),
        buffer(VmEvents.MEMORY_LIMIT, BYTES, "Capacity of the buffers outside the heap."),
        buffer(VmEvents.COUNT, "{buffer}", "Number of buffers outside the heap."));
  }

  private static MetricDefinition buffer(String measurement, String unit, String description) {
    return now(VmEvents.BUFFER, measurement, unit)
        .withTags(VmEvents.BUFFER_POOL)
        .withDescription(description);
  }

  private static List<MetricDefinition> fileDescriptors() {
    return asList(
        now(VmEvents.FILE_DESCRIPTOR, VmEvents.COUNT, DESCRIPTORS)
            .withDescription("Number of file descriptors that are open."),
        now(VmEvents.FILE_DESCRIPTOR, VmEvents.LIMIT, DESCRIPTORS)
            .withDescription("Most file descriptors that the process may open."));
  }

  private static MetricDefinition now(String event, String measurement, String unit) {
    return of(MetricType.LAST_VALUE, event, measurement).withUnit(unit);
  }

  private static MetricDefinition total(String event, String measurement, String unit) {
    return of(MetricType.SUM, event, measurement).withUnit(unit);
  }

  private static MetricDefinition of(MetricType type, String event, String measurement) {
    return new MetricDefinition(type, event + "." + measurement)
        .withEvent(event)
        .withMeasurement(measurement);
  }
}
