package dev.telemetry.it;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A reporter's other side, in the state that a test wants. */
final class Peer implements AutoCloseable {
  private final Supplier<Server> readable;
  private final Supplier<Server> silent;
  private Server server = Server.NONE;
  private Thread reader = new Thread(() -> {});
  private volatile boolean reading;
  private volatile long received;

  /**
   * Describes both servers; each is opened anew, at the same address.
   *
   * @param readable one that has something to read
   * @param silent one that accepts what comes, if it can without being read
   */
  Peer(Supplier<Server> readable, Supplier<Server> silent) {
    this.readable = readable;
    this.silent = silent;
  }

  /** Changes its state; returns once a server that is well has got something. */
  void become(State state) {
    close();
    if (state == State.SILENT) {
      server = silent.get();
    } else if (state == State.WELL) {
      server = readable.get();
      read(server);
    }
  }

  private void read(Server open) {
    reading = true;
    received = 0;
    reader =
        new Thread(
            () -> {
              while (reading) {
                received = open.read();
              }
            });
    reader.start();
    Waiting.until(RunningProcess.DEADLINE, () -> received > 0, () -> "nothing came");
  }

  @Override
  public void close() {
    reading = false;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    server.close();
    server = Server.NONE;
  }

  /** What may be wrong with a server. */
  enum State {
    WELL,
    GONE,
    SILENT
  }

  /** An open socket. */
  interface Server extends AutoCloseable {
    Server NONE = of(() -> 0, () -> {});

    /** Reads what there is, or waits a little for it; returns how much came so far. */
    long read();

    @Override
    void close();

    /** Joins the two. */
    static Server of(LongSupplier read, Runnable close) {
      return new Server() {
        @Override
        public long read() {
          return read.getAsLong();
        }

        @Override
        public void close() {
          close.run();
        }
      };
    }
  }
}
