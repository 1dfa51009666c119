package dev.telemetry.agent.http;

import dev.telemetry.agent.log.AgentLog;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Accepts connections and reads their requests, all on one thread that waits for none of them; what
 * is complete goes to the workers. It also closes, from outside, what does not come on in time.
 * Asleep while there is no connection.
 */
final class Listener implements Runnable {
  private static final int TICK_MILLIS = 500;

  private final ServerSocketChannel server;
  private final Selector selector;
  private final Connections connections;
  private final Exchange exchange;
  private final AgentLog log;
  private final Workers workers = new Workers();
  private final ByteBuffer buffer = ByteBuffer.allocate(RequestHead.LIMIT);
  private final CountDownLatch freed = new CountDownLatch(1);
  private volatile boolean stopped;

  /**
   * Begins to listen.
   *
   * @param server bound; closed by this from now on
   */
  Listener(ServerSocketChannel server, Exchange exchange, Connections connections, AgentLog log)
      throws IOException {
    this.server = server;
    this.exchange = exchange;
    this.connections = connections;
    this.log = log;
    selector = Selector.open();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Frees the port and returns once it is; answers that are under way have their minute. */
  void stop() throws IOException, InterruptedException {
    stopped = true;
    server.close();
    selector.wakeup();
    freed.await(1, TimeUnit.SECONDS);
  }

  @Override
  public void run() {
    while (!stopped || !connections.isEmpty()) {
      try {
        turn();
      } catch (Throwable failure) {
        log.failure("http: cannot listen", failure);
        pause();
      }
    }
    end();
  }

  private void turn() throws IOException {
    selector.select(connections.isEmpty() && !stopped ? 0 : TICK_MILLIS);
    if (stopped) {
      connections.closeIdle();
      freed.countDown(); // a selector keeps a closed port until it has looked once more
    }
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      serve(key);
    }
    connections.dropOverdue(System.nanoTime());
  }

  private void serve(SelectionKey key) throws IOException {
    if (!key.isValid()) {
      return;
    }
    if (key.isAcceptable()) {
      accept();
    } else {
      read(key, (Connection) key.attachment());
    }
  }

  private void accept() throws IOException {
    for (SocketChannel client = server.accept(); client != null; client = server.accept()) {
      Connection connection = new Connection(client, System.nanoTime());
      connections.add(connection);
      try {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ, connection);
      } catch (IOException gone) {
        connections.drop(connection, "client gone");
      }
    }
  }

  private void read(SelectionKey key, Connection connection) {
    try {
      if (connection.read(buffer)) {
        key.cancel();
        connection.answering(System.nanoTime());
        hand(connection);
      }
    } catch (IOException gone) {
      connections.drop(connection, "client gone");
    }
  }

  private void hand(Connection connection) {
    if (!workers.execute(() -> exchange.answer(connection))) {
      connections.drop(connection, "too many requests");
    }
  }

  /** Whatever is wrong, such as too many open files, would be wrong again at once. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    workers.stop();
    try {
      selector.close();
    } catch (IOException closed) {
      // as wanted
    }
  }
}
