package dev.telemetry.instrumentation.executor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolNameTest {

  @ParameterizedTest
  @CsvSource({
    "pool-1-thread-7, pool-1",
    "http-nio-8080-exec-10, http-nio-8080-exec",
    "ForkJoinPool.commonPool-worker-3, ForkJoinPool.commonPool",
    "qtp1234567-22, qtp",
    "scheduling-1, scheduling",
    "mailer, mailer",
    "42, 42"
  })
  void name_isThatOfTheThreadsWithoutTheirNumbers(String thread, String pool) {
    PoolName name = PoolName.of(new Thread(thread), PoolType.THREAD_POOL);

    assertThat(name.get(ExecutorEvents.NAME)).isEqualTo(pool);
  }
}
