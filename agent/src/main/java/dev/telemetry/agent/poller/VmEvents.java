package dev.telemetry.agent.poller;

/**
 * Every name that the poller's events bear. Each is a single event; sizes are bytes, times
 * nanoseconds, what the VM counts from its start is the step since the event before.
 */
final class VmEvents {
  /** What all events of the VM begin with. */
  static final String PREFIX = "jvm.";

  /** One for each memory pool. */
  static final String MEMORY = "jvm.memory";

  static final String USED = "used";
  static final String COMMITTED = "committed";

  /** Measurement: absent where there is no limit. */
  static final String LIMIT = "limit";

  /** Measurement: absent where the pool is not collected. */
  static final String USED_AFTER_LAST_GC = "used_after_last_gc";

  /** Key: {@link #HEAP} or {@link #NON_HEAP}. */
  static final String MEMORY_TYPE = "jvm.memory.type";

  static final String HEAP = "heap";
  static final String NON_HEAP = "non_heap";

  /** Key: the pool's name as the VM gives it, such as {@code G1 Eden Space}. */
  static final String MEMORY_POOL = "jvm.memory.pool.name";

  /**
   * One for each collection, when it has ended. A concurrent collector tells of its cycles and of
   * its pauses, under two names.
   */
  static final String GC = "jvm.gc";

  /** Key: the collector's name as the VM gives it, such as {@code G1 Young Generation}. */
  static final String GC_NAME = "jvm.gc.name";

  /** Key: as the VM gives it, such as {@code end of minor GC}. */
  static final String GC_ACTION = "jvm.gc.action";

  /** Key: as the VM gives it, such as {@code System.gc()}. */
  static final String GC_CAUSE = "jvm.gc.cause";

  /** One for each pair of daemon and state that there has been. */
  static final String THREAD = "jvm.thread";

  static final String COUNT = "count";

  /** Key: a {@link Boolean}. */
  static final String THREAD_DAEMON = "jvm.thread.daemon";

  /** Key: {@code runnable}, {@code blocked}, {@code waiting} or {@code timed_waiting}. */
  static final String THREAD_STATE = "jvm.thread.state";

  /** Classes: {@link #LOADED}, {@link #UNLOADED} and {@link #COUNT}, which are there now. */
  static final String CLASS = "jvm.class";

  /** Measurement: a step. */
  static final String LOADED = "loaded";

  /** Measurement: a step. */
  static final String UNLOADED = "unloaded";

  /** Processors: {@link #TIME}, {@link #COUNT} and {@link #RECENT_UTILIZATION}. */
  static final String CPU = "jvm.cpu";

  /** Measurement: the time that all threads of the process have used, a step. */
  static final String TIME = "time";

  /** Measurement: how much of all processors the process has used lately, from 0 to 1. */
  static final String RECENT_UTILIZATION = "recent_utilization";

  /** One for each pool of buffers outside the heap. */
  static final String BUFFER = "jvm.buffer";

  static final String MEMORY_USED = "memory.used";
  static final String MEMORY_LIMIT = "memory.limit";

  /** Key: {@code direct}, {@code mapped}, ... */
  static final String BUFFER_POOL = "jvm.buffer.pool.name";

  /** The process's file descriptors: {@link #COUNT} and {@link #LIMIT}. */
  static final String FILE_DESCRIPTOR = "jvm.file_descriptor";

  private VmEvents() {}
}
