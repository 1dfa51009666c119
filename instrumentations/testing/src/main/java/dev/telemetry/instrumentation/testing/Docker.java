package dev.telemetry.instrumentation.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;

/** What real servers of these tests run in. */
public final class Docker {
  private Docker() {}

  /** Leaves the test out where there is none, or one that can't get its images. */
  public static void require() {
    String lacking = lacking();
    if (!lacking.isEmpty()) {
      Skips.leaveOut(lacking);
    }
  }

  private static String lacking() {
    try {
      return DockerClientFactory.instance().isDockerAvailable() ? "" : "no Docker";
    } catch (ContainerFetchException outOfReach) {
      return "no images for Docker";
    }
  }
}
