package dev.telemetry.agent.http;

import dev.telemetry.agent.log.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An open port with routes, and what it says. */
public final class HttpFixture implements AutoCloseable {
  public final HttpRoutes routes = new HttpRoutes(settings(0));

  /** Held, for the collector closes a socket that nobody holds. */
  private final List<RawClient> clients = new ArrayList<>();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  public final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime);
  public final HttpPort http = new HttpPort(routes, routes, log);

  /** Opens at any free port. */
  public static HttpFixture open() {
    HttpFixture fixture = new HttpFixture();
    fixture.http.open(settings(0));
    return fixture;
  }

  public static HttpSettings settings(int port) {
    return new HttpSettings(true, "127.0.0.1", port);
  }

  public int port() {
    return URI.create(routes.url("/")).getPort();
  }

  RawClient client() {
    RawClient client = new RawClient(port());
    clients.add(client);
    return client;
  }

  public List<String> said() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() {
    http.close();
  }
}
