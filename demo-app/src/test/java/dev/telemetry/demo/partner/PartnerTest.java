package dev.telemetry.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.demo.Browser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

final class PartnerTest {

  @Test
  void failureRatio_outsideZeroToOneIsRefused() {
    assertThatThrownBy(() -> new PartnerSettings(1.5, ""))
        .hasMessageContaining("demo.partner.failure-ratio=1.5");
  }

  @Nested
  @SpringBootTest(
      webEnvironment = WebEnvironment.RANDOM_PORT,
      properties = "demo.partner.failure-ratio=0")
  final class WhenThePartnerAnswers {
    @LocalServerPort private int port;

    @Test
    void offers_areShown() throws Exception {
      var page = new Browser(port).get("/offers");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Forty metres of garden hose");
    }
  }

  @Nested
  @SpringBootTest(
      webEnvironment = WebEnvironment.RANDOM_PORT,
      properties = "demo.partner.failure-ratio=1")
  final class WhenThePartnerFails {
    @LocalServerPort private int port;

    @Test
    void offers_areMissingWithA502() throws Exception {
      var page = new Browser(port).get("/offers");

      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body()).contains("The partner did not answer");
    }
  }
}
