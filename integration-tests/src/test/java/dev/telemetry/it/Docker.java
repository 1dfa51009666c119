package dev.telemetry.it;

import org.testcontainers.DockerClientFactory;

/** What real servers of these tests run in. */
final class Docker {
  private Docker() {}

  /** Leaves the test out where there is none. */
  static void require() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      Skips.leaveOut("no Docker");
    }
  }
}
