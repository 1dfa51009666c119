package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.http.Gate;
import dev.telemetry.agent.http.HttpFixture;
import dev.telemetry.agent.http.HttpPort;
import dev.telemetry.agent.http.HttpRoutes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveHttpTest {
  private final ReloadFixture agent = ReloadFixture.of("http: {port: 0}");
  private final HttpRoutes routes = new HttpRoutes();
  private final Gate gate = new Gate(routes, HttpFixture.settings(0), agent.log);
  private final HttpPort http = new HttpPort(routes, gate, agent.log);

  LiveHttpTest() {
    http.open(agent.settings.http());
    agent.part(new LiveHttp(http, gate, agent.settings.http()));
  }

  @AfterEach
  void close() {
    http.close();
    agent.close();
  }

  @Test
  void portThatIsSwitchedOff_isClosed_andOpensAgain() {
    assertThat(answers(port())).isTrue();
    agent.reload("http: {enabled: false}");
    assertThat(answers(port())).isFalse();
    agent.reload("http: {port: 0}");

    assertThat(answers(port())).isTrue();
  }

  @Test
  void otherChanges_leaveThePortAlone() {
    int before = port();
    agent.reload("http: {port: 0}", "reporters: {prometheus: {gauges: [a.b]}}");

    assertThat(port()).isEqualTo(before);
    assertThat(answers(before)).isTrue();
  }

  @Test
  void hostThatIsNowhere_leavesThePortOpen() {
    agent.reload("http: {host: nowhere.invalid, port: 0}");

    assertThat(answers(port())).isTrue();
    assertThat(agent.said())
        .anyMatch(line -> line.contains("cannot listen at nowhere.invalid:0"))
        .anyMatch(
            line -> line.contains("not taken over http.enabled http.host http.names http.port"));
    assertThat(agent.status()).contains("\"http.port\":\"0\"").doesNotContain("http.host\"");
  }

  private int port() {
    return URI.create(routes.url("/")).getPort();
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
