package dev.telemetry.agent.http;

import dev.telemetry.agent.config.ConfigNode;
import org.jspecify.annotations.Nullable;

/** What the section {@code http} says of the agent's own port. Immutable. */
public final class HttpSettings {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int PORT = 9470;

  private final boolean enabled;
  private final String host;
  private final int port;

  /**
   * Takes what was read.
   *
   * @param port 0 for any that is free
   */
  HttpSettings(boolean enabled, String host, int port) {
    this.enabled = enabled;
    this.host = host;
    this.port = port;
  }

  /** Reads the section; what is wrong leaves the default. */
  public static HttpSettings read(ConfigNode root) {
    ConfigNode http = root.child("http");
    return new HttpSettings(
        http.child("enabled", "Whether there is the port.").flag(true),
        http.child("host", "Where it listens; loopback alone unless this says otherwise.")
            .text(LOOPBACK),
        http.child("port", "The port; where it is used, the next free one. 0 for any.")
            .integer(0, 65_535, PORT));
  }

  /** {@code enabled}: whether there is a port at all; true by default. */
  public boolean enabled() {
    return enabled;
  }

  /** {@code host}: the address to listen at; {@code 127.0.0.1}, where no other machine comes. */
  String host() {
    return host;
  }

  /** {@code port}: the first to try, 0 for any that is free; {@code 9470} by default. */
  int port() {
    return port;
  }

  /** Returns the address of a port, as browsers take it. */
  String url(int takenPort) {
    return url(Integer.toString(takenPort));
  }

  /** Returns the address that is meant, before there is one, for people. */
  String plannedUrl() {
    return url(port == 0 ? "<any free port>" : Integer.toString(port));
  }

  private String url(String takenPort) {
    return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + takenPort;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpSettings && ((HttpSettings) other).toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns what is wanted, for people. */
  @Override
  public String toString() {
    return enabled ? host + ":" + port : "off";
  }
}
