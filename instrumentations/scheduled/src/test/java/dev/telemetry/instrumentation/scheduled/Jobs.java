package dev.telemetry.instrumentation.scheduled;

import org.springframework.scheduling.annotation.Scheduled;

/** Scheduled methods. */
public class Jobs {
  static final long FOREVER = 3_600_000;
  private final Runnable work;

  /** For proxies. */
  public Jobs() {
    this(() -> {});
  }

  Jobs(Runnable work) {
    this.work = work;
  }

  /** Runs once, soon. */
  @Scheduled(initialDelay = 0, fixedDelay = FOREVER)
  public void nightly() {
    work.run();
  }
}
