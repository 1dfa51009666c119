package dev.telemetry.benchmarks;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;
import dev.telemetry.bus.Event;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A million timings a second from two threads for ten seconds, through the agent to a StatsD
 * server: how many arrive, how many are counted as lost, how much memory it takes.
 *
 * <p>Starts itself once more, under the agent's jar: {@code -Dtelemetry.agent.jar=FILE}, and an
 * argument {@code standard}, {@code datadog} or {@code telegraf}.
 */
public final class StatsdFlood {
  private static final int THREADS = 2;
  private static final int SECONDS = 10;
  private static final int EACH_MILLISECOND = 500;
  private static final long TIMINGS = THREADS * SECONDS * 1_000L * EACH_MILLISECOND;
  private static final int MEGABYTE = 1 << 20;

  private double received;
  private long lines;

  private StatsdFlood() {}

  /** Runs as the server, or with {@code flood} as the application. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1 && arguments[0].equals("flood")) {
      flood();
    } else {
      new StatsdFlood().serve(arguments.length == 0 ? "datadog" : arguments[0]);
    }
  }

  private void serve(String flavor) throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.setReceiveBufferSize(8 * MEGABYTE);
      Thread reader = new Thread(() -> receive(socket));
      reader.setDaemon(true);
      reader.start();
      Process application = start(flavor, socket.getLocalPort());
      application.waitFor();
      Thread.sleep(1_000);
      System.out.printf(
          "%s: %,d timings made; %,.0f arrived in %,d lines, %.4f %% lack%n",
          flavor, TIMINGS, received, lines, 100 * (TIMINGS - received) / TIMINGS);
    }
  }

  private static Process start(String flavor, int port) throws IOException {
    File config = File.createTempFile("flood", ".yaml");
    config.deleteOnExit();
    try (PrintWriter yaml = new PrintWriter(config, StandardCharsets.UTF_8)) {
      yaml.printf("reporters: {statsd: {flavor: %s, port: %d}}%n", flavor, port);
      yaml.println("instrumentations: {vm: {enabled: false}}");
      yaml.println("metrics: [{distribution: flood.duration}]");
    }
    String java = System.getProperty("java.home") + "/bin/java";
    String agent = System.getProperty("telemetry.agent.jar");
    List<String> command = new ArrayList<>(List.of(java, "-Xmx128m", "-javaagent:" + agent));
    command.set(2, command.get(2) + "=" + config);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StatsdFlood.class.getName(), "flood"));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private void receive(DatagramSocket socket) {
    DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
    try {
      while (true) {
        socket.receive(packet);
        String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        text.lines().forEach(this::add);
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private void add(String line) {
    lines++;
    if (line.startsWith("flood")) {
      int rate = line.indexOf("|@");
      int end = line.indexOf('|');
      long values = line.substring(0, end).chars().filter(c -> c == ':').count();
      String written = rate < 0 ? "1" : line.substring(rate + 2).split("\\|")[0];
      received += values / Double.parseDouble(written);
    }
  }

  private static void flood() throws InterruptedException {
    long before = used();
    List<Thread> threads = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> emit(began));
      threads.add(thread);
      thread.start();
    }
    long most = before;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        thread.join(500);
        most = Math.max(most, used());
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%,.0f timings a second for %.1f s; heap %d MB before, %d MB at most of 128%n",
        TIMINGS / seconds, seconds, before / MEGABYTE, most / MEGABYTE);
    System.out.printf("%d MB live afterwards%n", live() / MEGABYTE);
  }

  private static void emit(long began) {
    Event event = Telemetry.event("flood");
    for (int millisecond = 0; millisecond < SECONDS * 1_000; millisecond++) {
      while (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(millisecond)) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < EACH_MILLISECOND; i++) {
        event.execute(Measurements.of("duration", 1_000L * (1 + i * 7)), Metadata.none());
      }
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long live() {
    System.gc();
    return used();
  }
}
