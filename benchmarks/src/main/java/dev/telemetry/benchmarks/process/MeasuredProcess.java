package dev.telemetry.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM that was started here and is looked at from outside, by the system's own accounting. */
public final class MeasuredProcess implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(180);
  private static final Duration POLL = Duration.ofMillis(10);

  private final Process process;
  private final Jdk jdk;
  private final Path output;
  private final long started = System.nanoTime();

  private MeasuredProcess(Process process, Jdk jdk, Path output) {
    this.process = process;
    this.jdk = jdk;
    this.output = output;
  }

  /**
   * Starts it in a folder, which also takes its output.
   *
   * @param folder an existing one
   */
  public static MeasuredProcess start(Launch launch, Agent agent, Path folder) throws IOException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(launch.command(agent))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // What the shell has set must not change what is compared.
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.matches(
                    "(TELEMETRY|DD|OTEL|ELASTIC_APM)_.*|CLASSPATH|JAVA_OPTS|.*JAVA_(TOOL_)?OPTIONS"));
    return new MeasuredProcess(builder.start(), launch.jdk(), output);
  }

  /** Waits until an address on loopback answers 200. */
  public Usage awaitOk(int port, String path) throws IOException {
    await(() -> answersOk(port, path), "no 200 from " + path);
    return usage();
  }

  /** Waits for its own end, which has to be a good one; returns what it wrote. */
  public String awaitEnd() throws IOException {
    await(() -> !process.isAlive(), "no end");
    String text = Files.readString(output);
    if (process.exitValue() != 0) {
      throw new IOException("exit code " + process.exitValue() + ":\n" + text);
    }
    return text;
  }

  /** What it has used so far, by all its threads, those that have ended included. */
  public Usage usage() {
    Duration cpu = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    return new Usage(System.nanoTime() - started, cpu.toNanos());
  }

  /**
   * The JVM's own counters ({@code java.cls.loadedClasses}, {@code java.threads.live}): jcmd reads
   * them from a file, without a word to the process.
   */
  public Map<String, Double> counters() throws IOException {
    Process jcmd =
        new ProcessBuilder(jdk.tool("jcmd"), Long.toString(process.pid()), "PerfCounter.print")
            .redirectErrorStream(true)
            .start();
    try (InputStream in = jcmd.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.matches("java\\.\\S+=\\d+"))
          .map(line -> line.split("="))
          .collect(Collectors.toMap(cells -> cells[0], cells -> Double.parseDouble(cells[1])));
    }
  }

  /** The memory that it holds, in bytes; not a number where the system has no {@code /proc}. */
  public double residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Asks it to end in order, and waits. */
  public void terminate() throws IOException {
    process.destroy();
    await(() -> !process.isAlive(), "no end after a request to end");
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A condition to wait for. */
  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition, String failure) throws IOException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline || !process.isAlive() && !condition.holds()) {
        throw new IOException(failure + " from " + process.info() + Files.readString(output));
      }
      Pause.of(POLL);
    }
  }

  private static boolean answersOk(int port, String path) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      socket.setSoTimeout(60_000);
      String request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes(12);
      return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException notYet) {
      return false;
    }
  }
}
