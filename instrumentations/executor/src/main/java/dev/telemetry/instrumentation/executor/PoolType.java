package dev.telemetry.instrumentation.executor;

/** The kinds of pools, as the tag names them. */
final class PoolType {
  static final String THREAD_POOL = "thread-pool";
  static final String FORK_JOIN = "fork-join";

  /** The scheduler of virtual threads: its threads carry them. */
  static final String VIRTUAL = "virtual";

  static final String TOMCAT = "tomcat";
  static final String JETTY = "jetty";

  private PoolType() {}
}
