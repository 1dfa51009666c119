package dev.telemetry.agent.report;

import java.io.IOException;

/**
 * Datagram sockets of unix, which the JDK does not have. A jar of the user's brings them: it names
 * one in its service file.
 */
public interface UnixDatagrams {

  /**
   * Opens a way to a socket that a server has bound. Called on a reporter's thread.
   *
   * @param path of the socket's file
   * @throws IOException where there is no such socket, nobody has it open, or this machine has none
   */
  Way open(String path) throws IOException;

  /** A socket that is connected; used by one thread. */
  interface Way {

    /**
     * Hands a whole datagram to the operating system, without waiting for room.
     *
     * @param bytes used again after the call; sent from the first one on
     * @param length how many of them
     * @return false where there is no room now, because the server does not read
     * @throws IOException where the datagram was not taken and this way is of no more use
     */
    boolean send(byte[] bytes, int length) throws IOException;

    /** Ends it; never throws. */
    void close();
  }
}
