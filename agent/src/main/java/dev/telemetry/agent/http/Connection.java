package dev.telemetry.agent.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A client's connection: read by the listener until its request is there, then answered by a worker
 * in blocking mode, then closed. Whoever closes it first wins, from any thread.
 */
final class Connection {
  private final SocketChannel channel;
  private final RequestHead head = new RequestHead();
  private final Deadline deadline;
  private final long since;
  private volatile boolean answering;
  private volatile boolean endless;

  Connection(SocketChannel channel, long now) {
    this.channel = channel;
    since = now;
    deadline = new Deadline(now);
  }

  /**
   * Reads what is there.
   *
   * @return whether the request is complete, or can't be
   * @throws IOException where the client has gone
   */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      throw new ClientGone(new IOException("end of stream"));
    }
    buffer.flip();
    head.add(buffer);
    return head.isDone();
  }

  /** Leaves the listener; its key must be cancelled. */
  void answering(long now) throws IOException {
    answering = true;
    deadline.answering(now);
    channel.configureBlocking(true);
  }

  /** Becomes a stream that lasts. */
  void endless(long now) {
    endless = true;
    deadline.endless(now);
  }

  HttpRequest request() throws BadRequest {
    return head.request();
  }

  SocketChannel channel() {
    return channel;
  }

  Deadline deadline() {
    return deadline;
  }

  boolean isAnswering() {
    return answering;
  }

  boolean isEndless() {
    return endless;
  }

  /** Returns the {@link System#nanoTime()} of its begin. */
  long since() {
    return since;
  }

  /** Ends what any thread does with it. */
  void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // closed all the same
    }
  }
}
