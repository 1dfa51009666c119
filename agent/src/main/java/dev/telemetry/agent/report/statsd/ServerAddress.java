package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.UnixDatagrams;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is: {@code host} and {@code port}, or {@code socket}; else {@code
 * DD_DOGSTATSD_URL}; else {@code DD_AGENT_HOST} and {@code DD_DOGSTATSD_PORT}; else {@code
 * 127.0.0.1:8125}. Immutable.
 *
 * <p>Sockets are written as Datadog's clients write them: {@code unixstream:///path} is a stream,
 * {@code unix:///path}, {@code unixgram:///path} and a bare {@code /path} a datagram socket, for
 * which an extension is needed.
 */
final class ServerAddress {
  private static final String UDP = "udp://";
  private static final String STREAM = "unixstream://";
  private static final String[] DATAGRAM = {UnixDatagramEndpoint.SCHEME, "unixgram://", ""};
  private static final String EXPECTED_SOCKET =
      "the path of a socket, unix:///PATH or unixstream:///PATH";
  private static final String NO_DATAGRAMS =
      "expected the extension telemetry-agent-unix-datagram.jar, because Java has no datagram"
          + " sockets of this kind: put it into the folder that extensions: names; or write"
          + " unixstream:///PATH, in which Datadog's agent reads dogstatsd_stream_socket";
  private static final int DEFAULT_PORT = 8125;

  /** What no network splits; and what an agent of Datadog's reads at once. */
  private static final int UDP_MTU = 1432;

  private static final int SOCKET_MTU = 8192;

  private final String scheme;
  private final String name;
  private final int port;
  private final @Nullable UnixDatagrams datagrams;

  private ServerAddress(String scheme, String name, int port, @Nullable UnixDatagrams datagrams) {
    this.scheme = scheme;
    this.name = name;
    this.port = port;
    this.datagrams = datagrams;
  }

  /**
   * Reads the keys in a reporter's section, which is told what is wrong.
   *
   * @param datagrams null where no extension brings them
   */
  static ServerAddress read(ConfigNode node, @Nullable UnixDatagrams datagrams) {
    ConfigNode socket =
        node.child(
            "socket",
            "A unix socket instead of host and port: `unixstream:///PATH`, or, with an extension,"
                + " `unix:///PATH`.");
    ConfigNode host = node.child("host", "The name or address of the server.");
    ConfigNode port = node.child("port", "Its UDP port.");
    boolean udp = host.present() || port.present();
    if (socket.present() && udp) {
      socket.problem("expected either socket, or host and port");
    }
    if (socket.present()) {
      return ofSocket(socket, socket.text(""), datagrams);
    }
    ConfigNode url = node.variable("DD_DOGSTATSD_URL");
    return url.present() && !udp ? ofUrl(url, url.text(""), datagrams) : ofHost(host, port);
  }

  private static ServerAddress ofHost(ConfigNode host, ConfigNode port) {
    return udp(
        host.orVariable("DD_AGENT_HOST").text("127.0.0.1"),
        port.orVariable("DD_DOGSTATSD_PORT").integer(1, 65_535, DEFAULT_PORT));
  }

  private static ServerAddress udp(String host, int port) {
    return new ServerAddress(UDP, host, port, null);
  }

  private static ServerAddress ofUrl(
      ConfigNode node, String url, @Nullable UnixDatagrams datagrams) {
    return url.startsWith(UDP) ? ofUdp(node, url) : ofSocket(node, url, datagrams);
  }

  private static ServerAddress ofUdp(ConfigNode node, String url) {
    String text = url.substring(UDP.length());
    int colon = text.lastIndexOf(':');
    boolean ported = colon > text.indexOf(']');
    String host = ported ? text.substring(0, colon) : text;
    try {
      int port = ported ? Integer.parseInt(text.substring(colon + 1)) : DEFAULT_PORT;
      if (!host.isEmpty() && port > 0 && port <= 65_535) {
        return udp(host, port);
      }
    } catch (NumberFormatException noPort) {
      // told below
    }
    node.expected("udp://HOST:PORT, unix:///PATH or unixstream:///PATH", url);
    return udp(host, DEFAULT_PORT);
  }

  private static ServerAddress ofSocket(
      ConfigNode node, String text, @Nullable UnixDatagrams datagrams) {
    if (text.startsWith(STREAM + "/")) {
      requireStreams(node);
      return new ServerAddress(STREAM, text.substring(STREAM.length()), 0, null);
    }
    for (String scheme : DATAGRAM) {
      if (text.startsWith(scheme + "/")) {
        requireDatagrams(node, datagrams);
        return new ServerAddress(DATAGRAM[0], text.substring(scheme.length()), 0, datagrams);
      }
    }
    node.expected(EXPECTED_SOCKET, text);
    return new ServerAddress(STREAM, text, 0, null);
  }

  private static void requireStreams(ConfigNode node) {
    if (!UnixSockets.available()) {
      node.problem(
          "expected host and port: unix sockets need Java 16 or later, this is "
              + System.getProperty("java.version"));
    }
  }

  private static void requireDatagrams(ConfigNode node, @Nullable UnixDatagrams datagrams) {
    if (datagrams == null) {
      node.problem(NO_DATAGRAMS);
    }
  }

  /** Returns how many bytes a packet has by default. */
  int mtu() {
    return isUdp() ? UDP_MTU : SOCKET_MTU;
  }

  /** Returns the place to send to. */
  Endpoint endpoint(int mtu) {
    if (isUdp()) {
      return new UdpEndpoint(name, port);
    }
    return datagrams == null
        ? new UnixStreamEndpoint(name, mtu)
        : new UnixDatagramEndpoint(datagrams, name, mtu);
  }

  private boolean isUdp() {
    return scheme.equals(UDP);
  }

  @Override
  public String toString() {
    return endpoint(0).toString();
  }
}
