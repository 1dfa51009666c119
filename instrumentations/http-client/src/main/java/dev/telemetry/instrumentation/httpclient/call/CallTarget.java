package dev.telemetry.instrumentation.httpclient.call;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a call is for, as its first request says. Immutable. */
public final class CallTarget {
  private static final String UNKNOWN = "unknown";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  final String method;
  final String address;
  final int port;
  final String path;

  /**
   * Takes what a library tells apart.
   *
   * @param method as it is sent
   * @param address the host; null where the library does not know
   * @param port 1 to 65535
   * @param path with a slash in front, without a query
   */
  public CallTarget(@Nullable String method, @Nullable String address, int port, String path) {
    this.method = known(method == null ? "" : method);
    this.address = address == null ? UNKNOWN : address;
    this.port = port;
    this.path = path.isEmpty() ? "/" : path;
  }

  /** Takes what a library tells as one address, which may lack a host, a port or a path. */
  public static CallTarget of(@Nullable String method, URI uri) {
    String path = uri.getRawPath();
    return new CallTarget(
        method, uri.getHost(), port(uri.getPort(), uri.getScheme()), path == null ? "" : path);
  }

  /** Returns a port that is given as it is, else that of the scheme. */
  public static int port(int given, @Nullable String scheme) {
    if (given > 0) {
      return given;
    }
    return "https".equalsIgnoreCase(scheme) ? HTTPS_PORT : HTTP_PORT;
  }

  /** Returns the path of what a request line may have: a path with a query, or a whole address. */
  public static String pathIn(@Nullable String requestTarget) {
    String target = requestTarget == null ? "" : requestTarget;
    int authority = target.startsWith("/") ? -1 : target.indexOf("://");
    int from = authority < 0 ? 0 : target.indexOf('/', authority + "://".length());
    int to = endOfPath(target);
    return from < 0 || from > to ? "" : target.substring(from, to);
  }

  private static int endOfPath(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) == '?' || target.charAt(i) == '#') {
        return i;
      }
    }
    return target.length();
  }

  /** RFC 9110 and RFC 5789: whatever else there is may be made up. */
  private static String known(String sent) {
    String method = sent.toUpperCase(Locale.ROOT);
    switch (method) {
      case "CONNECT":
      case "DELETE":
      case "GET":
      case "HEAD":
      case "OPTIONS":
      case "PATCH":
      case "POST":
      case "PUT":
      case "TRACE":
        return method;
      default:
        return HttpClientEvents.OTHER;
    }
  }

  boolean isSame(CallTarget other) {
    return port == other.port
        && method.equals(other.method)
        && address.equals(other.address)
        && path.equals(other.path);
  }

  @Override
  public String toString() {
    return method + ' ' + address + ':' + port + path;
  }
}
