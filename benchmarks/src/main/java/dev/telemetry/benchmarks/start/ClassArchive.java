package dev.telemetry.benchmarks.start;

import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.Bench;
import dev.telemetry.benchmarks.process.Jdk;
import dev.telemetry.benchmarks.process.Launch;
import dev.telemetry.benchmarks.process.MeasuredProcess;
import dev.telemetry.benchmarks.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The demo with an archive of its classes (AppCDS, dynamic), dumped at the end of a run without an
 * agent. It is unpacked first, as Spring Boot asks for: classes of a jar within a jar can't be
 * archived.
 */
final class ClassArchive {
  private ClassArchive() {}

  static Application demo(Bench bench, Jdk jdk) throws IOException {
    Path folder = Files.createDirectories(bench.scratch().resolve("archived"));
    unpack(bench, jdk, folder);
    Path archive = folder.resolve("demo.jsa");
    Path jar = folder.resolve("unpacked/demo-app.jar");
    dump(jdk, jar, archive);
    List<String> flags = List.of("-XX:SharedArchiveFile=" + archive);
    return new DemoApplication(StartSuite.ARCHIVED, jdk, jar, flags);
  }

  private static void unpack(Bench bench, Jdk jdk, Path folder) throws IOException {
    String jar = bench.setting().demo().toString();
    List<String> program = List.of("-jar", jar, "extract", "--destination", "unpacked");
    Launch launch = new Launch(jdk, List.of("-Djarmode=tools"), program);
    try (MeasuredProcess process = MeasuredProcess.start(launch, Agent.NONE, folder)) {
      process.awaitEnd();
    }
  }

  private static void dump(Jdk jdk, Path jar, Path archive) throws IOException {
    List<String> flags = List.of("-XX:ArchiveClassesAtExit=" + archive);
    Application demo = new DemoApplication("", jdk, jar, flags);
    int port = Ports.free();
    Path folder = archive.getParent();
    try (MeasuredProcess process =
        MeasuredProcess.start(demo.launch(port, folder), Agent.NONE, folder)) {
      process.awaitOk(port, demo.path());
      process.terminate();
    }
    if (!Files.exists(archive)) {
      throw new IOException("no archive: " + Files.readString(folder.resolve("output.txt")));
    }
  }
}
