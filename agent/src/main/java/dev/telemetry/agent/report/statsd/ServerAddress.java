package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;

/**
 * Where the server is: {@code host} and {@code port}, or {@code socket}; else {@code
 * DD_DOGSTATSD_URL}; else {@code DD_AGENT_HOST} and {@code DD_DOGSTATSD_PORT}; else {@code
 * 127.0.0.1:8125}. Immutable.
 *
 * <p>Sockets are written as Datadog's clients write them: {@code unixstream:///path} is a stream,
 * {@code unix:///path}, {@code unixgram:///path} and a bare {@code /path} a datagram socket.
 */
final class ServerAddress {
  private static final String UDP = "udp://";
  private static final String STREAM = "unixstream://";
  private static final String[] DATAGRAM = {"unix://", "unixgram://", ""};
  private static final String EXPECTED_SOCKET =
      "the path of a socket, unix:///PATH or unixstream:///PATH";
  private static final int DEFAULT_PORT = 8125;

  /** What no network splits; and what an agent of Datadog's reads at once. */
  private static final int UDP_MTU = 1432;

  private static final int SOCKET_MTU = 8192;

  private final String scheme;
  private final String name;
  private final int port;

  private ServerAddress(String scheme, String name, int port) {
    this.scheme = scheme;
    this.name = name;
    this.port = port;
  }

  /** Reads the keys in a reporter's section, which is told what is wrong. */
  static ServerAddress read(ConfigNode node) {
    ConfigNode socket =
        node.child("socket", "A unix socket instead of host and port: `unixstream:///PATH`.");
    ConfigNode host = node.child("host", "The name or address of the server.");
    ConfigNode port = node.child("port", "Its UDP port.");
    boolean udp = host.present() || port.present();
    if (socket.present() && udp) {
      socket.problem("expected either socket, or host and port");
    }
    if (socket.present()) {
      return ofSocket(socket, socket.text(""));
    }
    ConfigNode url = node.variable("DD_DOGSTATSD_URL");
    return url.present() && !udp ? ofUrl(url, url.text("")) : ofHost(host, port);
  }

  private static ServerAddress ofHost(ConfigNode host, ConfigNode port) {
    return new ServerAddress(
        UDP,
        host.orVariable("DD_AGENT_HOST").text("127.0.0.1"),
        port.orVariable("DD_DOGSTATSD_PORT").integer(1, 65_535, DEFAULT_PORT));
  }

  private static ServerAddress ofUrl(ConfigNode node, String url) {
    if (!url.startsWith(UDP)) {
      return ofSocket(node, url);
    }
    String text = url.substring(UDP.length());
    int colon = text.lastIndexOf(':');
    boolean ported = colon > text.indexOf(']');
    String host = ported ? text.substring(0, colon) : text;
    try {
      int port = ported ? Integer.parseInt(text.substring(colon + 1)) : DEFAULT_PORT;
      if (!host.isEmpty() && port > 0 && port <= 65_535) {
        return new ServerAddress(UDP, host, port);
      }
    } catch (NumberFormatException noPort) {
      // told below
    }
    node.expected("udp://HOST:PORT, unix:///PATH or unixstream:///PATH", url);
    return new ServerAddress(UDP, host, DEFAULT_PORT);
  }

  private static ServerAddress ofSocket(ConfigNode node, String text) {
    if (text.startsWith(STREAM + "/")) {
      requireStreams(node);
      return new ServerAddress(STREAM, text.substring(STREAM.length()), 0);
    }
    for (String scheme : DATAGRAM) {
      if (text.startsWith(scheme + "/")) {
        node.problem(
            "expected unixstream:///PATH: Java has no datagram sockets of this kind, in which"
                + " Datadog's agent reads dogstatsd_socket; let it read"
                + " dogstatsd_stream_socket beside");
        return new ServerAddress(STREAM, text.substring(scheme.length()), 0);
      }
    }
    node.expected(EXPECTED_SOCKET, text);
    return new ServerAddress(STREAM, text, 0);
  }

  private static void requireStreams(ConfigNode node) {
    if (!UnixSockets.available()) {
      node.problem(
          "expected host and port: unix sockets need Java 16 or later, this is "
              + System.getProperty("java.version"));
    }
  }

  /** Returns how many bytes a packet has by default. */
  int mtu() {
    return isUdp() ? UDP_MTU : SOCKET_MTU;
  }

  /** Returns the place to send to. */
  Endpoint endpoint(int mtu) {
    return isUdp() ? new UdpEndpoint(name, port) : new UnixStreamEndpoint(name, mtu);
  }

  private boolean isUdp() {
    return scheme.equals(UDP);
  }

  @Override
  public String toString() {
    return endpoint(0).toString();
  }
}
