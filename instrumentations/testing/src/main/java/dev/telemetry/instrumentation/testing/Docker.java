package dev.telemetry.instrumentation.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;

/** What real servers of these tests run in. Thread-safe. */
public final class Docker {
  private static final int PULL_MINUTES = 5;

  /** By image; empty for nothing. */
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
    } catch (ContainerFetchException itsOwnImageIsOutOfReach) {
      return "no images for Docker";
    }
    DockerClient docker = DockerClientFactory.lazyClient();
    return has(docker, image) || pulls(docker, image) ? "" : "no image " + image + " for Docker";
  }

  private static boolean has(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException absent) {
      return false;
    }
  }

  /** Once: Testcontainers would try again for minutes. */
  private static boolean pulls(DockerClient docker, String image) {
    try {
      return docker.pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
    } catch (RuntimeException outOfReach) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
