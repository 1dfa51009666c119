package dev.telemetry.agent.report.otlp;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where requests go: the parts of an {@code http} or {@code https} address. Immutable. */
final class Endpoint {
  private static final String HTTPS = "https";

  private final String address;
  private final boolean tls;
  private final String host;
  private final int port;
  private final String target;

  private Endpoint(String address, URI uri) {
    this.address = address;
    tls = HTTPS.equalsIgnoreCase(uri.getScheme());
    host = uri.getHost();
    port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    target = (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  /** Returns null where the text is no such address, or has a user in it. */
  static @Nullable Endpoint of(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme();
      boolean http = "http".equalsIgnoreCase(scheme) || HTTPS.equalsIgnoreCase(scheme);
      boolean valid = http && uri.getHost() != null && uri.getUserInfo() == null;
      return valid && uri.getPort() != 0 ? new Endpoint(address, uri) : null;
    } catch (URISyntaxException none) {
      return null;
    }
  }

  boolean tls() {
    return tls;
  }

  /** Returns a name or an address, an IPv6 one in brackets. */
  String host() {
    return host;
  }

  int port() {
    return port;
  }

  /** Returns path and query, as the request line has them. */
  String target() {
    return target;
  }

  /** Returns host and port, as the header {@code Host} has them. */
  String authority() {
    return port == (tls ? 443 : 80) ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return address;
  }
}
