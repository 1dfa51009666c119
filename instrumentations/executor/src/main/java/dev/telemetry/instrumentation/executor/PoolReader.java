package dev.telemetry.instrumentation.executor;

import java.util.Collection;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** Reads the numbers of pools; those of servers by the names of their methods. */
final class PoolReader {
  private PoolReader() {}

  /**
   * Reads a pool.
   *
   * @throws ReflectiveOperationException where a server's pool is not what it was
   */
  static PoolSize read(Object pool, String type) throws ReflectiveOperationException {
    if (pool instanceof ThreadPoolExecutor) {
      return jdk((ThreadPoolExecutor) pool);
    }
    if (pool instanceof ForkJoinPool) {
      return forkJoin((ForkJoinPool) pool);
    }
    return type.equals(PoolType.JETTY) ? jetty(pool) : tomcat(pool);
  }

  private static PoolSize jdk(ThreadPoolExecutor pool) {
    return new PoolSize()
        .threads(pool.getPoolSize(), pool.getActiveCount(), pool.getMaximumPoolSize())
        .tasks(pool.getQueue().size(), pool.getCompletedTaskCount());
  }

  /** It does not tell how many tasks have ended. */
  private static PoolSize forkJoin(ForkJoinPool pool) {
    return new PoolSize()
        .threads(pool.getPoolSize(), pool.getActiveThreadCount(), pool.getParallelism())
        .tasks(pool.getQueuedTaskCount() + pool.getQueuedSubmissionCount(), 0);
  }

  private static PoolSize tomcat(Object pool) throws ReflectiveOperationException {
    Object queue = pool.getClass().getMethod("getQueue").invoke(pool);
    return new PoolSize()
        .threads(
            number(pool, "getPoolSize"),
            number(pool, "getActiveCount"),
            number(pool, "getMaximumPoolSize"))
        .tasks(((Collection<?>) queue).size(), number(pool, "getCompletedTaskCount"));
  }

  private static PoolSize jetty(Object pool) throws ReflectiveOperationException {
    return new PoolSize()
        .threads(
            number(pool, "getThreads"),
            number(pool, "getBusyThreads"),
            number(pool, "getMaxThreads"))
        .tasks(number(pool, "getQueueSize"), 0);
  }

  private static long number(Object pool, String method) throws ReflectiveOperationException {
    return ((Number) pool.getClass().getMethod(method).invoke(pool)).longValue();
  }
}
