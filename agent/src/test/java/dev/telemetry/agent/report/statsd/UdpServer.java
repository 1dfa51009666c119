package dev.telemetry.agent.report.statsd;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server that keeps what it receives until it is asked. */
final class UdpServer implements AutoCloseable {
  private final DatagramSocket socket;

  UdpServer(InetAddress address, int port) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(address, port));
    socket.setSoTimeout(30_000);
  }

  static UdpServer on(InetAddress address) throws IOException {
    return new UdpServer(address, 0);
  }

  int port() {
    return socket.getLocalPort();
  }

  String receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    socket.close();
  }
}
