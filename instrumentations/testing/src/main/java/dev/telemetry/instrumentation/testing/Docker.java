package dev.telemetry.instrumentation.testing;

import org.testcontainers.DockerClientFactory;

/** What real servers of these tests run in. */
public final class Docker {
  private Docker() {}

  /** Leaves the test out where there is none. */
  public static void require() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      Skips.leaveOut("no Docker");
    }
  }
}
