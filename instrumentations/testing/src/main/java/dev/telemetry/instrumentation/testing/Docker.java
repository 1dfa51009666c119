package dev.telemetry.instrumentation.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** What real servers of these tests run in. Thread-safe. */
public final class Docker {
  /** By image, empty for nothing: to find it out can take minutes. */
  private static final Map<String, String> LACKING = new ConcurrentHashMap<>();

  private Docker() {}

  /** Leaves the test out where there is no Docker, or none that can get this image. */
  public static void require(String image) {
    String lacking = LACKING.computeIfAbsent(image, Docker::lacking);
    if (!lacking.isEmpty()) {
      Skips.leaveOut(lacking);
    }
  }

  /** Returns a container to be started and closed, see {@link #require}. */
  public static GenericContainer<?> container(String image) {
    require(image);
    return new GenericContainer<>(image);
  }

  private static String lacking(String image) {
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return "no Docker";
      }
      new RemoteDockerImage(DockerImageName.parse(image)).get();
      return "";
    } catch (ContainerFetchException outOfReach) {
      return "no image " + image + " for Docker";
    }
  }
}
