package dev.telemetry.benchmarks.start;

import dev.telemetry.benchmarks.process.Launch;
import java.io.IOException;
import java.nio.file.Path;

/** An application whose start is measured. */
interface Application {
  /** How tables call it. */
  String name();

  /** The path that it answers with 200 once it is up. */
  String path();

  /**
   * How it is started.
   *
   * @param port where it is to listen, on loopback
   * @param folder an empty one for its files
   */
  Launch launch(int port, Path folder) throws IOException;
}
