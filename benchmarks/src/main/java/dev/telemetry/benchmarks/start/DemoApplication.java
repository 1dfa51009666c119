package dev.telemetry.benchmarks.start;

import dev.telemetry.benchmarks.process.Jdk;
import dev.telemetry.benchmarks.process.Launch;
import java.nio.file.Path;
import java.util.List;

/**
 * The demo: a Spring Boot web application with pages, JDBC and H2.
 *
 * @param name how tables call it
 * @param jdk by which JDK it is started
 * @param jar the application
 * @param flags of the JVM
 */
record DemoApplication(String name, Jdk jdk, Path jar, List<String> flags) implements Application {

  @Override
  public String path() {
    return "/login";
  }

  @Override
  public Launch launch(int port, Path folder) {
    List<String> program =
        List.of("-jar", jar.toString(), "--server.port=" + port, "--server.address=127.0.0.1");
    return new Launch(jdk, flags, program);
  }
}
