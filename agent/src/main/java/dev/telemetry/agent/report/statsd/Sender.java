package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.LossReason;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends packets to a server, whether or not it can be resolved, is there or comes back.
 *
 * <p>What counts as sent was taken by the operating system. A connection that fails is opened anew
 * at once, and the packet tried once more; where that fails too, again after a second. Twice a
 * minute it is asked whether the connection still leads to the right place. Used by one thread.
 */
final class Sender implements Transport {
  static final LossReason UNRESOLVED =
      new LossReason(
          "host unresolved",
          "the name of the server cannot be resolved; it is tried again each second",
          "see `host`, and the resolver of this machine");
  static final LossReason REFUSED =
      new LossReason(
          "port unreachable",
          "nobody listens at the port, as the kernel of the other side says",
          "start the server, or see `port`");
  static final LossReason UNCONNECTED =
      new LossReason(
          "not connected",
          "a socket cannot be opened; it is tried again each second",
          "see `socket`, and who may write to it");
  static final LossReason FAILED =
      new LossReason(
          "send failed",
          "the operating system did not take a packet, tried twice",
          "the log has its words");
  static final LossReason UNREAD =
      new LossReason(
          "server does not read",
          "a unix socket is full because the server reads too slowly or not at all",
          "a faster server, fewer series or a longer `every`");
  static final LossReason TOO_LONG =
      new LossReason(
          "line too long",
          "a line alone is longer than a packet of this transport may be",
          "shorter names and tags");

  private static final long ASK_EVERY = TimeUnit.SECONDS.toNanos(30);
  private static final long RETRY_AFTER = TimeUnit.SECONDS.toNanos(1);

  private final Endpoint endpoint;
  private final Deliveries deliveries;
  private final AgentLog log;
  private LongSupplier clock = System::nanoTime;
  private Endpoint.@Nullable Connection connection;
  private @Nullable LossReason whyNot;
  private long connectAt;
  private int linesBefore;

  Sender(Endpoint endpoint, Deliveries deliveries, AgentLog log) {
    this.endpoint = endpoint;
    this.deliveries = deliveries;
    this.log = log;
  }

  /** Goes by another clock, as tests do. */
  Sender clock(LongSupplier nanos) {
    clock = nanos;
    return this;
  }

  @Override
  public void send(byte[] bytes, int length, int lines) {
    if (length > endpoint.longest()) {
      deliveries.lost(TOO_LONG, lines);
      return;
    }
    boolean connected = connection != null;
    boolean sent = handOver(bytes, length);
    if (!sent && connected && whyNot != UNREAD) {
      connectAt = clock.getAsLong();
      sent = handOver(bytes, length);
    }
    if (sent) {
      deliveries.sent(lines);
      linesBefore = lines;
    } else if (whyNot != null) {
      deliveries.lost(whyNot, lines);
    }
  }

  private boolean handOver(byte[] bytes, int length) {
    Endpoint.Connection open = connection();
    if (open == null) {
      return false;
    }
    try {
      write(open, bytes, length);
      return true;
    } catch (SocketTimeoutException unread) {
      close();
      failed(UNREAD, endpoint + " does not read what it is sent");
    } catch (IOException | RuntimeException failure) {
      close();
      failed(FAILED, "cannot send to " + endpoint + ": " + failure);
    }
    return false;
  }

  /** A refusal belongs to the packet before this one, which has not left yet. */
  private void write(Endpoint.Connection open, byte[] bytes, int length) throws IOException {
    try {
      open.write(bytes, length);
    } catch (PortUnreachableException refused) {
      deliveries.cameBack(REFUSED, linesBefore);
      linesBefore = 0;
      log.say("statsd: nobody listens at " + endpoint);
      open.write(bytes, length);
    }
  }

  private Endpoint.@Nullable Connection connection() {
    boolean never = connection == null && whyNot == null;
    if (never || clock.getAsLong() - connectAt >= 0) {
      connect();
    }
    return connection;
  }

  /** Keeps the connection, and with it the old address, where the name cannot be resolved now. */
  private void connect() {
    try {
      Endpoint.Connection now = endpoint.connect(connection);
      if (now != connection) {
        close();
        connection = now;
      }
      connectAt = clock.getAsLong() + ASK_EVERY;
    } catch (UnknownHostException unknown) {
      failed(UNRESOLVED, "cannot resolve " + endpoint + "; it will be tried again");
    } catch (IOException | RuntimeException failure) {
      failed(UNCONNECTED, "cannot connect to " + endpoint + ": " + failure);
    }
  }

  private void failed(LossReason reason, String message) {
    whyNot = reason;
    connectAt = clock.getAsLong() + RETRY_AFTER;
    log.say("statsd: " + message);
  }

  @Override
  public void close() {
    Endpoint.Connection open = connection;
    connection = null;
    connectAt = clock.getAsLong();
    linesBefore = 0;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
