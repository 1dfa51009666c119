package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends datagrams to a host by name, whether or not it can be resolved, is there or comes back.
 *
 * <p>The socket is connected, so that a server that is not there is noticed: a send then fails for
 * the datagram before. The name is resolved anew twice a minute, after a failure once a second.
 * Used by one thread.
 */
final class DatagramSender implements DatagramBatch.Datagrams {
  static final String UNRESOLVED = "host unresolved";
  static final String REFUSED = "port unreachable";
  static final String FAILED = "send failed";
  static final String TOO_LONG = "line too long";

  private static final int LONGEST = 65_507;
  private static final long RESOLVE_EVERY = TimeUnit.SECONDS.toNanos(30);
  private static final long RETRY_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final String host;
  private final int port;
  private final Deliveries deliveries;
  private final AgentLog log;
  private Resolver resolver = new SystemResolver();
  private LongSupplier clock = System::nanoTime;
  private @Nullable DatagramSocket socket;
  private String whyNoSocket = "";
  private long resolveAt;
  private int linesBefore;

  DatagramSender(String host, int port, Deliveries deliveries, AgentLog log) {
    this.host = host;
    this.port = port;
    this.deliveries = deliveries;
    this.log = log;
  }

  /** Resolves names by another way and another clock, as tests do. */
  DatagramSender resolving(Resolver resolver, LongSupplier clock) {
    this.resolver = resolver;
    this.clock = clock;
    return this;
  }

  @Override
  public void send(byte[] bytes, int length, int lines) {
    if (length > LONGEST) {
      deliveries.lost(TOO_LONG, lines);
      return;
    }
    DatagramSocket open = socket();
    if (open == null) {
      deliveries.lost(whyNoSocket, lines);
      return;
    }
    try {
      trySend(open, new DatagramPacket(bytes, length));
      deliveries.sent(lines);
      linesBefore = lines;
    } catch (IOException | RuntimeException failure) {
      deliveries.lost(FAILED, lines);
      close();
      failed(FAILED, "cannot send to " + this + ": " + failure);
    }
  }

  /** A refusal belongs to the datagram before this one, which has not left yet. */
  private void trySend(DatagramSocket open, DatagramPacket packet) throws IOException {
    try {
      open.send(packet);
    } catch (PortUnreachableException refused) {
      deliveries.lost(REFUSED, linesBefore);
      log.say("statsd: nobody listens at " + this);
      open.send(packet);
    }
  }

  private @Nullable DatagramSocket socket() {
    boolean never = socket == null && whyNoSocket.isEmpty();
    if (never || clock.getAsLong() - resolveAt >= 0) {
      connect();
    }
    return socket;
  }

  /** Keeps the socket, and with it the old address, where the name cannot be resolved now. */
  private void connect() {
    try {
      InetAddress address = resolver.resolve(host);
      DatagramSocket open = socket;
      if (open == null || !address.equals(open.getInetAddress())) {
        close();
        socket = connected(address);
      }
      resolveAt = clock.getAsLong() + RESOLVE_EVERY;
    } catch (UnknownHostException unknown) {
      failed(UNRESOLVED, "cannot resolve " + host + "; it will be tried again");
    } catch (IOException | RuntimeException failure) {
      failed(FAILED, "cannot open a socket for " + this + ": " + failure);
    }
  }

  private void failed(String reason, String message) {
    whyNoSocket = reason;
    resolveAt = clock.getAsLong() + RETRY_EVERY;
    log.say("statsd: " + message);
  }

  private DatagramSocket connected(InetAddress address) throws IOException {
    DatagramSocket opened = new DatagramSocket();
    try {
      opened.connect(new InetSocketAddress(address, port));
      return opened;
    } catch (IOException | RuntimeException failure) {
      opened.close();
      throw failure;
    }
  }

  void close() {
    DatagramSocket open = socket;
    socket = null;
    linesBefore = 0;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }

  /** No lambda: that would load the network's classes when the sender is made. */
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
