package dev.telemetry.demo.accounts;

import static dev.telemetry.demo.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.demo.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class AccountsTest {
  private static final String PASSWORD = "correct horse";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void emptyTable() {
    jdbc.sql("delete from users").update();
  }

  @Test
  void register_answers303ToTheNewUsersPage() throws Exception {
    var browser = new Browser(port);

    var answer = browser.post("/register", "ada", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.get(location(answer)).body()).contains("ada").contains("that's you");
  }

  @Test
  void register_refusesATakenName() throws Exception {
    register("ada");

    var answer = register("ada");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("That name is taken.");
  }

  @Test
  void register_refusesAShortPasswordAndKeepsTheName() throws Exception {
    var answer = new Browser(port).post("/register", "ada", "short");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("A password has 8 to 200 characters.", "value=\"ada\"");
  }

  @Test
  void register_storesNoPassword() throws Exception {
    register("ada");

    String stored = jdbc.sql("select password_hash from users").query(String.class).single();
    assertThat(stored).doesNotContain(PASSWORD);
  }

  @Test
  void login_answers303OnTheRightPassword() throws Exception {
    String page = location(register("ada"));

    var answer = new Browser(port).post("/login", "ada", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo(page);
  }

  @Test
  void login_answers401OnAWrongPassword() throws Exception {
    register("ada");

    assertThat(new Browser(port).post("/login", "ada", "wrong horse").statusCode()).isEqualTo(401);
  }

  @Test
  void login_answers401ToSomebodyUnknown() throws Exception {
    assertThat(new Browser(port).post("/login", "eve", PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void login_showsTheTimeOnTheUsersPage() throws Exception {
    register("ada");
    var browser = new Browser(port);

    var page = browser.get(location(browser.post("/login", "ada", PASSWORD)));

    assertThat(page.body()).doesNotContain("not yet");
  }

  @Test
  void login_givesANewSession() throws Exception {
    register("ada");
    var browser = new Browser(port);
    browser.post("/register", "bob", PASSWORD);

    var answer = browser.post("/login", "ada", PASSWORD);

    assertThat(answer.headers().firstValue("Set-Cookie")).get().asString().contains("SameSite=Lax");
  }

  @Test
  void logout_answers303AndHidesUsers() throws Exception {
    var browser = new Browser(port);
    String page = location(browser.post("/register", "ada", PASSWORD));

    assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(303);
    assertThat(location(browser.get(page))).isEqualTo("/login");
  }

  @Test
  void user_isShownToOthersWithoutTheirMark() throws Exception {
    String page = location(register("ada"));
    var browser = new Browser(port);
    browser.post("/register", "bob", PASSWORD);

    assertThat(browser.get(page).body()).contains("ada").doesNotContain("that's you");
  }

  @Test
  void user_unknownAnswers404() throws Exception {
    var browser = new Browser(port);
    browser.post("/register", "ada", PASSWORD);

    assertThat(browser.get("/users/0").statusCode()).isEqualTo(404);
  }

  @Test
  void name_isShownAsTextAndNeverAsMarkup() throws Exception {
    var browser = new Browser(port);

    var page = browser.get(location(browser.post("/register", "<b onclick=x>", PASSWORD)));

    assertThat(page.body()).doesNotContain("<b onclick").contains("&lt;b onclick=x&gt;");
  }

  private HttpResponse<String> register(String name) throws Exception {
    return new Browser(port).post("/register", name, PASSWORD);
  }
}
