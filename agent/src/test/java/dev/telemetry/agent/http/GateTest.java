package dev.telemetry.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private final HttpRoutes routes = new HttpRoutes();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime);
  private final Gate gate = new Gate(routes, HttpFixture.settings(0), log);
  private final HttpPort http = new HttpPort(routes, gate, log);

  GateTest() {
    routes.add("/page", (request, answer) -> answer.text(200, "seen"));
    routes.add("/metrics", (request, answer) -> answer.text(200, "scraped"));
    routes.open("/metrics");
  }

  @AfterEach
  void close() {
    http.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost:9470", "127.0.0.1:1", "[::1]:9470", "10.1.2.3"})
  void hostThatCannotBeMadeToPointHere_isLetIn(String host) {
    open(HttpFixture.settings(0));

    assertThat(get("/page", "Host: " + host)).contains("200 OK").endsWith("seen\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example:9470", "1.2.3.4.evil.example", ""})
  void hostOfAnotherName_isRefused(String host) {
    open(HttpFixture.settings(0));

    assertThat(get("/page", "Host: " + host)).contains("403 Forbidden").doesNotContain("seen");
  }

  @Test
  void openPath_isForEverybody() {
    open(everywhere());

    assertThat(get("/metrics", "Host: shop.internal")).endsWith("scraped\n");
  }

  @Test
  void nameOfTheConfiguration_isLetIn() {
    open(HttpFixture.settings(0).guarded("t", "shop.internal"));

    assertThat(get("/page", "Host: shop.internal:9470")).endsWith("seen\n");
  }

  @Test
  void portThatOthersReach_wantsTheToken() {
    open(everywhere().guarded("s3cret"));

    assertThat(get("/page", "Host: 127.0.0.1")).contains("401 Unauthorized");
    assertThat(get("/page?token=wrong", "Host: 127.0.0.1")).contains("401 Unauthorized");
    assertThat(get("/page", "Host: 127.0.0.1", "Cookie: telemetry-token=s3cre"))
        .contains("401 Unauthorized");
  }

  @Test
  void token_isChangedForACookieThatLetsIn() {
    open(everywhere().guarded("s3cret"));
    String answer = get("/page?token=s3cret", "Host: 127.0.0.1");

    assertThat(answer)
        .contains("303 See Other", "Location: /page\r\n")
        .contains("Set-Cookie: telemetry-token=s3cret; Path=/; HttpOnly; SameSite=Strict");
    assertThat(get("/page", "Host: 127.0.0.1", "Cookie: a=b; telemetry-token=s3cret"))
        .endsWith("seen\n");
    assertThat(get("/page", "Host: 127.0.0.1", "Authorization: Bearer s3cret")).endsWith("seen\n");
  }

  @Test
  void tokenThatNobodyGave_isMadeUpAndTold() {
    open(everywhere());
    String told = said.toString(StandardCharsets.UTF_8);
    String query = told.substring(told.indexOf("/?") + 1).trim();

    assertThat(query).matches("\\?token=[a-z0-9]{15,25}");
    assertThat(get("/page" + query, "Host: 127.0.0.1")).contains("303 See Other");
  }

  @Test
  void tokenThatWasMadeUp_staysTheSame() {
    open(everywhere());
    String told = said.toString(StandardCharsets.UTF_8);
    gate.use(HttpFixture.settings(0));
    open(everywhere());
    String query = told.substring(told.indexOf("/?") + 1).trim();

    assertThat(get("/page" + query, "Host: 127.0.0.1")).contains("303 See Other");
  }

  private static HttpSettings everywhere() {
    return new HttpSettings(true, "0.0.0.0", 0);
  }

  private void open(HttpSettings settings) {
    gate.use(settings);
    http.open(settings);
    gate.tell();
  }

  private String get(String path, String... headers) {
    try (RawClient client = new RawClient(URI.create(routes.url("/")).getPort())) {
      return client.send("GET " + path + " HTTP/1.1").send(headers).send("").read();
    }
  }
}
