package dev.telemetry.agent.http;

import dev.telemetry.agent.config.ConfigNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the section {@code http} says of the agent's own port. Immutable. */
public final class HttpSettings {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int PORT = 9470;

  private final boolean enabled;
  private final String host;
  private final int port;
  private final @Nullable String token;
  private final List<String> names;

  /**
   * Takes what was read.
   *
   * @param port 0 for any that is free
   */
  HttpSettings(boolean enabled, String host, int port) {
    this(enabled, host, port, null, Collections.emptyList());
  }

  private HttpSettings(
      boolean enabled, String host, int port, @Nullable String token, List<String> names) {
    this.enabled = enabled;
    this.host = host;
    this.port = port;
    this.token = token;
    this.names = names;
  }

  /** A copy that asks for a token, and answers to names. */
  HttpSettings guarded(String token, String... names) {
    return new HttpSettings(enabled, host, port, token, Arrays.asList(names));
  }

  /** Reads the section; what is wrong leaves the default. */
  public static HttpSettings read(ConfigNode root) {
    ConfigNode http = root.child("http");
    return new HttpSettings(
        http.child("enabled", "Whether there is the port.").flag(true),
        http.child("host", "Where it listens; loopback alone unless this says otherwise.")
            .text(LOOPBACK),
        http.child("port", "The port; where it is used, the next free one. 0 for any.")
            .integer(0, 65_535, PORT),
        token(
            http.child(
                "token",
                "What a visitor has to know where others than loopback can come, /metrics aside;"
                    + " made up at each start unless given.")),
        http.child(
                "names",
                "The names by which browsers may reach the port, beside localhost and addresses.")
            .texts());
  }

  /** It has to fit a URL and a cookie. */
  private static @Nullable String token(ConfigNode node) {
    String token = node.text();
    if (token != null && !token.matches("[A-Za-z0-9_-]+")) {
      node.expected("letters, digits, - and _", token);
      return null;
    }
    return token;
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

  /** {@code token}: what visitors have to know; null where none is given. */
  @Nullable String token() {
    return token;
  }

  /** Tells whether no other machine can come. */
  boolean isLoopback() {
    return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
  }

  /** {@code names}: those that a browser may use for this host. */
  List<String> names() {
    return names;
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
    return other instanceof HttpSettings && ((HttpSettings) other).parts().equals(parts());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  private List<@Nullable Object> parts() {
    return Arrays.asList(enabled, host, port, token, names);
  }

  /** Returns what is wanted, for people. */
  @Override
  public String toString() {
    return enabled ? host + ":" + port : "off";
  }
}
