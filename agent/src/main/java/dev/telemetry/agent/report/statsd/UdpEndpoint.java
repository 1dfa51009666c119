package dev.telemetry.agent.report.statsd;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A host by name or address, of either version, and a port. */
final class UdpEndpoint implements Endpoint {
  /** What one datagram of IPv4 can carry. */
  static final int LONGEST = 65_507;

  private final String host;
  private final int port;
  private Resolver resolver = new SystemResolver();

  UdpEndpoint(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** Resolves names by another way, as tests do. */
  UdpEndpoint resolver(Resolver other) {
    resolver = other;
    return this;
  }

  @Override
  public Connection connect(@Nullable Connection before) throws IOException {
    InetAddress address = resolver.resolve(host);
    boolean same = before instanceof Udp && ((Udp) before).address().equals(address);
    return before != null && same ? before : new Udp(address, port);
  }

  @Override
  public int longest() {
    return LONGEST;
  }

  @Override
  public String toString() {
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    return (bare ? "[" + host + "]" : host) + ":" + port;
  }

  /** A connected socket: so one that is refused is told, with the next datagram. */
  private static final class Udp implements Connection {
    private final InetAddress address;
    private final DatagramSocket socket;

    Udp(InetAddress address, int port) throws IOException {
      this.address = address;
      socket = new DatagramSocket();
      try {
        socket.connect(new InetSocketAddress(address, port));
      } catch (IOException | RuntimeException failure) {
        socket.close();
        throw failure;
      }
    }

    InetAddress address() {
      return address;
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
      socket.send(new DatagramPacket(bytes, length));
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  /** No lambda: that would load the network's classes when the endpoint is made. */
  private static final class SystemResolver implements Resolver {
    @Override
    public InetAddress resolve(String host) throws UnknownHostException {
      return InetAddress.getByName(host);
    }
  }

  /** Finds the address of a name. */
  interface Resolver {
    InetAddress resolve(String host) throws UnknownHostException;
  }
}
