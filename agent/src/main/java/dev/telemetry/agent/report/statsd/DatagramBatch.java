package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.log.AgentLog;
import java.nio.charset.StandardCharsets;

/**
 * Fills datagrams with lines, joined by line feeds, up to a number of bytes; none is ever empty.
 *
 * <p>A line that is longer by itself travels alone. Used by one thread.
 */
final class DatagramBatch {
  private final Transport transport;
  private final AgentLog log;
  private final byte[] buffer;
  private int used;
  private int lines;

  /** Takes where full datagrams go, and how many bytes one may have. */
  DatagramBatch(Transport transport, int mtu, AgentLog log) {
    this.transport = transport;
    this.log = log;
    buffer = new byte[mtu];
  }

  /** Returns how many bytes a datagram may have. */
  int mtu() {
    return buffer.length;
  }

  /** Returns where warnings go. */
  AgentLog log() {
    return log;
  }

  /** Adds what has to arrive together: one line, or several of them. */
  void add(CharSequence text, int count) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      return;
    }
    if (bytes.length > buffer.length) {
      sendAlone(bytes, count);
      return;
    }
    if (used > 0 && used + 1 + bytes.length > buffer.length) {
      flush();
    }
    append(bytes, count);
  }

  private void append(byte[] bytes, int count) {
    if (used > 0) {
      buffer[used++] = '\n';
    }
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    lines += count;
  }

  private void sendAlone(byte[] bytes, int count) {
    log.say("statsd: lines longer than mtu " + buffer.length + " are sent alone and may get lost");
    transport.send(bytes, bytes.length, count);
  }

  /** Sends what is there, if anything is. */
  void flush() {
    if (used > 0) {
      transport.send(buffer, used, lines);
      used = 0;
      lines = 0;
    }
  }
}
