package dev.telemetry.it;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.telemetry.instrumentation.testing.Docker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/**
 * Etsy's statsd on Node, in a container. It is asked over its admin port and never flushes, so that
 * whatever came is still there.
 */
final class NodeStatsd implements AutoCloseable {
  static final String IMAGE = "statsd/statsd:0.9.0";

  /** What it counts about itself begins like this. */
  private static final String OWN = "statsd.";

  private static final int ADMIN = 8126;
  private static final ExposedPort LINES = ExposedPort.udp(8125);

  private static final String CONFIG =
      "{port: 8125, mgmt_port: 8126, flushInterval: 86400000, backends: ['./backends/console']}";

  /** A key, in quotes unless it is an identifier of JavaScript, and a number or an array. */
  private static final Pattern ENTRY =
      Pattern.compile("'?([\\w.;=-]+)'?: (-?[0-9][0-9.e+-]*|\\[[^]]*])");

  private final GenericContainer<?> container;

  /** Starts it. */
  NodeStatsd() {
    container =
        Docker.container(IMAGE)
            .withCopyToContainer(Transferable.of(CONFIG), "/usr/src/app/config.js")
            .withExposedPorts(ADMIN)
            .withCreateContainerCmdModifier(NodeStatsd::exposeLines);
    container.start();
  }

  /** Testcontainers maps ports of TCP only. */
  private static void exposeLines(CreateContainerCmd command) {
    HostConfig host = Objects.requireNonNull(command.getHostConfig());
    List<PortBinding> bindings = new ArrayList<>();
    host.getPortBindings()
        .getBindings()
        .forEach(
            (port, to) -> List.of(to).forEach(each -> bindings.add(new PortBinding(each, port))));
    bindings.add(new PortBinding(Ports.Binding.empty(), LINES));
    host.withPortBindings(bindings);
    List<ExposedPort> exposed = new ArrayList<>(List.of(command.getExposedPorts()));
    exposed.add(LINES);
    command.withExposedPorts(exposed);
  }

  /** The port of loopback that takes lines. */
  int port() {
    Ports ports = container.getContainerInfo().getNetworkSettings().getPorts();
    Ports.Binding[] bound = Objects.requireNonNull(ports.getBindings().get(LINES));
    return Integer.parseInt(bound[0].getHostPortSpec());
  }

  /** What it counted, by key, without what it counts about itself. */
  Map<String, Double> counters() {
    return without(OWN, numbers("counters"));
  }

  /** What it was told last, by key, without its own. */
  Map<String, Double> gauges() {
    return without(OWN, numbers("gauges"));
  }

  /** Each value of each timer, in the order they came; the server shows 100 of each at most. */
  Map<String, List<Double>> timers() {
    Map<String, List<Double>> timers = new TreeMap<>();
    entries("timers").forEach((key, array) -> timers.put(key, array(array)));
    return timers;
  }

  /** Sends one line and waits until the server has seen it. */
  void send(String line) {
    long before = packets();
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until(
        RunningProcess.DEADLINE, () -> packets() > before, () -> "never received: " + line);
  }

  private long packets() {
    return own("packets_received");
  }

  /** How many lines, or values of a line, it made nothing of. */
  long badLines() {
    return own("bad_lines_seen");
  }

  private long own(String name) {
    return Math.round(numbers("counters").getOrDefault(OWN + name, 0.0));
  }

  private Map<String, Double> numbers(String kind) {
    Map<String, Double> numbers = new TreeMap<>();
    entries(kind).forEach((key, number) -> numbers.put(key, Double.valueOf(number)));
    return numbers;
  }

  private Map<String, String> entries(String kind) {
    Map<String, String> entries = new TreeMap<>();
    Matcher entry = ENTRY.matcher(ask(kind));
    while (entry.find()) {
      entries.put(entry.group(1), entry.group(2));
    }
    return entries;
  }

  private String ask(String command) {
    try (Socket socket =
            new Socket(InetAddress.getLoopbackAddress(), container.getMappedPort(ADMIN));
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      socket.setSoTimeout((int) RunningProcess.DEADLINE.toMillis());
      socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
      return untilEnd(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String untilEnd(BufferedReader answer) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = answer.readLine(); !"END".equals(line); line = answer.readLine()) {
      if (line == null) {
        throw new IOException("ended early:\n" + text);
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static List<Double> array(String text) {
    if (text.contains("more item")) {
      throw new AssertionError("more values than the server shows: " + text);
    }
    return Pattern.compile("[0-9][0-9.e+-]*")
        .matcher(text)
        .results()
        .map(number -> Double.valueOf(number.group()))
        .toList();
  }

  private static <V> Map<String, V> without(String prefix, Map<String, V> all) {
    Map<String, V> others = new TreeMap<>(all);
    others.keySet().removeIf(key -> key.startsWith(prefix));
    return others;
  }

  @Override
  public void close() {
    container.close();
  }
}
