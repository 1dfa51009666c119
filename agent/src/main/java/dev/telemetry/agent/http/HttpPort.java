package dev.telemetry.agent.http;

import dev.telemetry.agent.log.AgentLog;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The agent's port: opens, moves and closes as the settings say. What hinders it is one line in the
 * log. Not thread-safe; its threads are daemons.
 */
public final class HttpPort {
  private static final int TRIES = 10;

  private final HttpRoutes routes;
  private final HttpHandler front;
  private final AgentLog log;
  private final HttpCounts counts = new HttpCounts();
  private @Nullable Listener listener;
  private @Nullable ServerSocketChannel taken;

  /**
   * Makes a port that is closed.
   *
   * @param routes are told where they are served
   * @param front meets every request first: the routes, or what decides before them whether a
   *     request gets that far
   */
  public HttpPort(HttpRoutes routes, HttpHandler front, AgentLog log) {
    this.routes = routes;
    this.front = front;
    this.log = log;
  }

  /** Returns what was answered and what was not, since it was made. */
  public HttpCounts counts() {
    return counts;
  }

  /**
   * Takes a port where any will do, so that its address can be told before it is opened: who comes
   * until then waits. Where none can be had {@link #open} says so.
   */
  public void takeAny(HttpSettings wanted) {
    if (wanted.enabled() && wanted.port() == 0) {
      try {
        ServerSocketChannel server = bind(wanted);
        routes.servedAt(wanted.url(server.socket().getLocalPort()));
        taken = server;
      } catch (IOException | RuntimeException failure) {
        taken = null;
      }
    }
  }

  /**
   * Opens, in place of one that is open: at the port wanted, else at the next that is free.
   *
   * @return whether it is as wanted; where nothing is, the log tells
   */
  public boolean open(HttpSettings wanted) {
    close();
    if (!wanted.enabled()) {
      return true;
    }
    try {
      ServerSocketChannel server = taken == null ? bind(wanted) : taken;
      taken = null;
      try {
        listen(server);
      } catch (IOException | RuntimeException | Error failure) {
        server.close();
        throw failure;
      }
      tell(wanted, server.socket().getLocalPort());
      return true;
    } catch (Throwable failure) {
      log.failure("http: cannot listen at " + wanted, failure);
      return false;
    }
  }

  /** Closes, if it is open; answers that are under way go on. */
  public void close() {
    Listener open = listener;
    listener = null;
    if (open != null) {
      try {
        open.stop();
      } catch (IOException failure) {
        log.failure("http: cannot close", failure);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static ServerSocketChannel bind(HttpSettings wanted) throws IOException {
    int last = Math.min(65_535, wanted.port() + (wanted.port() == 0 ? 0 : TRIES - 1));
    BindException used = new BindException("no port to try");
    for (int port = wanted.port(); port <= last; port++) {
      ServerSocketChannel server = ServerSocketChannel.open();
      try {
        server.bind(new InetSocketAddress(wanted.host(), port));
        return server;
      } catch (BindException notThisOne) {
        used = notThisOne;
        server.close();
      } catch (IOException | RuntimeException failure) {
        server.close();
        throw failure;
      }
    }
    throw used;
  }

  private void listen(ServerSocketChannel server) throws IOException {
    Connections connections = new Connections(counts);
    Exchange exchange = new Exchange(front, connections, counts, log);
    Listener opened = new Listener(server, exchange, connections, log);
    Workers.thread(opened).start();
    listener = opened;
  }

  /** The address planned was told before; another one is news. */
  private void tell(HttpSettings wanted, int port) {
    routes.servedAt(wanted.url(port));
    if (wanted.port() == 0) {
      log.say("http: listening at " + wanted.url(port));
    } else if (port != wanted.port()) {
      log.say("http: port " + wanted.port() + " is used, listening at " + wanted.url(port));
    }
  }
}
