package dev.telemetry.agent.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Who answers at which path. Features add their routes whether or not anybody listens, so they need
 * not care when the port opens, moves or closes. Thread-safe.
 */
public final class HttpRoutes implements HttpHandler {
  private static final int NOT_FOUND = 404;

  private final ConcurrentNavigableMap<String, HttpHandler> byPath = new ConcurrentSkipListMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
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

  /** Lets everybody who reaches the port have what is at a path, as scrapers must. */
  public void open(String path) {
    open.add(path);
  }

  boolean isOpen(String path) {
    return open.contains(path);
  }

  /** Takes a route away, unless the path belongs to another handler by now. */
  public void remove(String path, HttpHandler handler) {
    byPath.remove(path, handler);
  }

  /** Returns where a path can be found: the address that is served, else the one planned. */
  public String url(String path) {
    return base + path;
  }

  /** Returns the paths that somebody would type. */
  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (String path : byPath.keySet()) {
      if (path.lastIndexOf('/') == 0) {
        told.add(path);
      }
    }
    return told;
  }

  void servedAt(String url) {
    base = url;
  }

  @Override
  public void answer(HttpRequest request, HttpAnswer answer) throws IOException {
    HttpHandler handler = byPath.get(request.path());
    if (handler == null) {
      answer.text(NOT_FOUND, "Nothing here. There is " + String.join(", ", told()));
    } else {
      handler.answer(request, answer);
    }
  }
}
