package dev.telemetry.agent.http;

import java.io.IOException;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Who answers at which path. Features add their routes whether or not anybody listens, so they need
 * not care when the port opens, moves or closes. Thread-safe.
 */
public final class HttpRoutes implements HttpHandler {
  private static final int NOT_FOUND = 404;

  private final ConcurrentNavigableMap<String, HttpHandler> byPath = new ConcurrentSkipListMap<>();
  private volatile String base;

  /** Makes routes to nothing, to be served nobody knows where, as tests do. */
  public HttpRoutes() {
    base = "";
  }

  /** Makes routes to nothing, to be served as the settings say. */
  public HttpRoutes(HttpSettings planned) {
    base = planned.plannedUrl();
  }

  /**
   * Adds a route, in place of one that the path has already.
   *
   * @param path begins with a slash, has no query; matches itself alone
   */
  public void add(String path, HttpHandler handler) {
    byPath.put(path, handler);
  }

  /** Takes a route away, unless the path belongs to another handler by now. */
  public void remove(String path, HttpHandler handler) {
    byPath.remove(path, handler);
  }

  /** Returns where a path can be found: the address that is served, else the one planned. */
  public String url(String path) {
    return base + path;
  }

  void servedAt(String url) {
    base = url;
  }

  @Override
  public void answer(HttpRequest request, HttpAnswer answer) throws IOException {
    HttpHandler handler = byPath.get(request.path());
    if (handler == null) {
      answer.text(NOT_FOUND, "Nothing here. There is " + String.join(", ", byPath.keySet()));
    } else {
      handler.answer(request, answer);
    }
  }
}
