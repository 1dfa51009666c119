package dev.telemetry.agent.report.statsd;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A server as it was configured, there or not. */
interface Endpoint {

  /**
   * Opens a connection, or returns the one before where that still leads to the right place.
   *
   * @param before the connection that is open; null for none
   * @throws java.net.UnknownHostException where the server's name cannot be resolved
   * @throws IOException where there is nothing to connect to
   */
  Connection connect(@Nullable Connection before) throws IOException;

  /** Returns how many bytes a packet may have at most. */
  int longest();

  /** A way to the server that is open; used by one thread. */
  interface Connection {

    /**
     * Hands a whole packet to the operating system.
     *
     * @throws java.net.PortUnreachableException where the packet before was refused; this one has
     *     not left
     * @throws java.net.SocketTimeoutException where the server does not read
     * @throws IOException where the packet was not taken; the connection is of no more use
     */
    void write(byte[] bytes, int length) throws IOException;

    /** Ends the connection; never throws. */
    void close();
  }
}
