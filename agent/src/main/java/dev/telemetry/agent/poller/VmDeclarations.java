package dev.telemetry.agent.poller;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.EventDefinition;
import java.util.List;

/** What each event of the poller has, and when it is emitted. */
final class VmDeclarations {
  private static final String STEP = ", since the event before.";
  private static final String AS_TOLD = ", as the VM gives it.";

  private VmDeclarations() {}

  static List<EventDefinition> all() {
    return unmodifiableList(
        asList(memory(), gc(), thread(), classes(), cpu(), buffer(), descriptors(), failure()));
  }

  private static EventDefinition memory() {
    return EventDefinition.event(
            VmEvents.MEMORY, "At each poll, for each memory pool.", MemoryMeasurement.class)
        .withMeasurement(VmEvents.USED, "Bytes in use.")
        .withMeasurement(VmEvents.COMMITTED, "Bytes that the pool has.")
        .withMeasurement(VmEvents.LIMIT, "Bytes at most; absent where there is no limit.")
        .withMeasurement(
            VmEvents.USED_AFTER_LAST_GC,
            "Bytes in use after the last collection; absent where the pool is not collected.")
        .withKey(VmEvents.MEMORY_TYPE, "`heap` or `non_heap`.")
        .withKey(VmEvents.MEMORY_POOL, "The pool's name" + AS_TOLD);
  }

  private static EventDefinition gc() {
    return EventDefinition.event(
            VmEvents.GC, "A garbage collection has ended.", GcNotifications.class)
        .withMeasurement(TelemetryEvents.DURATION, "Nanoseconds, in whole milliseconds.")
        .withKey(VmEvents.GC_NAME, "The collector's name" + AS_TOLD)
        .withKey(VmEvents.GC_ACTION, "Such as `end of minor GC`" + AS_TOLD)
        .withKey(VmEvents.GC_CAUSE, "Such as `System.gc()`" + AS_TOLD);
  }

  private static EventDefinition thread() {
    return EventDefinition.event(
            VmEvents.THREAD,
            "At each poll, for each pair of daemon and state that there has been.",
            ThreadMeasurement.class)
        .withMeasurement(VmEvents.COUNT, "Live platform threads.")
        .withKey(VmEvents.THREAD_DAEMON, "`true` or `false`.")
        .withKey(VmEvents.THREAD_STATE, "`runnable`, `blocked`, `waiting` or `timed_waiting`.");
  }

  private static EventDefinition classes() {
    return EventDefinition.event(VmEvents.CLASS, "At each poll.", ClassMeasurement.class)
        .withMeasurement(VmEvents.LOADED, "Classes loaded" + STEP)
        .withMeasurement(VmEvents.UNLOADED, "Classes unloaded" + STEP)
        .withMeasurement(VmEvents.COUNT, "Classes that are there now.");
  }

  private static EventDefinition cpu() {
    return EventDefinition.event(VmEvents.CPU, "At each poll.", CpuMeasurement.class)
        .withMeasurement(VmEvents.TIME, "Nanoseconds that the process has used" + STEP)
        .withMeasurement(VmEvents.COUNT, "Processors that the VM may use.")
        .withMeasurement(
            VmEvents.RECENT_UTILIZATION,
            "How much of all processors the process has used lately, from 0 to 1.");
  }

  private static EventDefinition buffer() {
    return EventDefinition.event(
            VmEvents.BUFFER,
            "At each poll, for each pool of buffers outside the heap.",
            BufferMeasurement.class)
        .withMeasurement(VmEvents.MEMORY_USED, "Bytes in use.")
        .withMeasurement(VmEvents.MEMORY_LIMIT, "Bytes that the buffers have room for.")
        .withMeasurement(VmEvents.COUNT, "Buffers.")
        .withKey(VmEvents.BUFFER_POOL, "`direct`, `mapped`, ...");
  }

  private static EventDefinition descriptors() {
    return EventDefinition.event(
            VmEvents.FILE_DESCRIPTOR, "At each poll.", FileDescriptorMeasurement.class)
        .withMeasurement(VmEvents.COUNT, "File descriptors that are open.")
        .withMeasurement(VmEvents.LIMIT, "File descriptors at most.");
  }

  private static EventDefinition failure() {
    return EventDefinition.event(
            TelemetryEvents.POLLER_FAILURE,
            "Something that is measured on a period could not be; it will be tried again.",
            PollFailures.class)
        .withMeasurement(TelemetryEvents.FAILURES, "How often in a row.")
        .withKey(
            TelemetryEvents.POLLER_ID,
            "Which: the event that is missing, or the name it was added by.")
        .withKey(TelemetryEvents.ERROR_TYPE, "The class of what was thrown.")
        .withKey(TelemetryEvents.ERROR_MESSAGE, "Its message; absent where it has none.")
        .withKey(TelemetryEvents.REASON, "The `Throwable` itself.");
  }
}
