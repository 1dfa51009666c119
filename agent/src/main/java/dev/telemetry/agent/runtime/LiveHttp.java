package dev.telemetry.agent.runtime;

import dev.telemetry.agent.http.Gate;
import dev.telemetry.agent.http.HttpPort;
import dev.telemetry.agent.http.HttpSettings;
import dev.telemetry.agent.settings.Settings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The port of the running agent: one that cannot be as wanted stays what it was. */
final class LiveHttp implements Reloadable {
  private final HttpPort port;
  private final Gate gate;
  private HttpSettings now;

  /**
   * Takes what runs.
   *
   * @param now by which it was opened
   */
  LiveHttp(HttpPort port, Gate gate, HttpSettings now) {
    this.port = port;
    this.gate = gate;
    this.now = now;
  }

  @Override
  public Set<String> sections() {
    return new HashSet<>(
        Arrays.asList("http.enabled", "http.host", "http.port", "http.token", "http.names"));
  }

  @Override
  public void reload(Settings next, Changes changes) {
    HttpSettings wanted = next.http();
    if (wanted.equals(now)) {
      return;
    }
    if (open(wanted)) {
      now = wanted;
      changes.add("http", wanted.toString());
      gate.tell();
    } else {
      open(now);
      changes.failed(sections());
    }
  }

  private boolean open(HttpSettings wanted) {
    port.close(); // nobody comes in by the rules of the other port
    gate.use(wanted);
    return port.open(wanted);
  }
}
