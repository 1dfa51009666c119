package dev.telemetry.benchmarks.timings;

import com.timgroup.statsd.NonBlockingStatsDClientBuilder;
import com.timgroup.statsd.StatsDClient;

/** A timing by hand, over Datadog's own client. */
final class DogstatsdTarget implements Target {
  private final StatsDClient client;

  DogstatsdTarget(int port) {
    client =
        new NonBlockingStatsDClientBuilder()
            .hostname("127.0.0.1")
            .port(port)
            .enableTelemetry(false)
            .build();
  }

  @Override
  public void record(String key) {
    long start = System.nanoTime();
    client.recordExecutionTime(
        Timings.METRIC, (System.nanoTime() - start) / 1_000_000, "key:" + key);
  }
}
