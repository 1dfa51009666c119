package dev.telemetry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"demo.landing.min=10ms", "demo.landing.max=10ms"})
final class PagesTest {
  @LocalServerPort private int port;

  @Test
  void landing_showsHowLongItSlept() throws Exception {
    var page = new Browser(port).get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("0.0</span>&nbsp;s");
  }

  @Test
  void unknownPath_answers404WithAPage() throws Exception {
    var page = new Browser(port).get("/nowhere");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is nothing to see");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/register", "/login", "/offers"})
  void page_asksNobodyElseForAnything(String path) throws Exception {
    assertThat(new Browser(port).get(path).body())
        .contains("<!doctype html>")
        .doesNotContainPattern("(src|href|action)=\"(https?:)?//")
        .doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/style.css", "/icon.svg"})
  void asset_isServed(String path) throws Exception {
    assertThat(new Browser(port).get(path).statusCode()).isEqualTo(200);
  }
}
