package dev.telemetry.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

  @Test
  void request_isReadAsItCame() throws BadRequest {
    HttpRequest request =
        HttpRequest.parse(
            "GET /a%20b?c=d&e HTTP/1.1\r\nhOsT:x\r\nAccept: a\r\nX-Empty:\r\naccept: \tb ");

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/a%20b");
    assertThat(request.query()).isEqualTo("c=d&e");
    assertThat(request.header("Host")).isEqualTo("x");
    assertThat(request.header("ACCEPT")).isEqualTo("a, b");
    assertThat(request.header("X-Empty")).isEmpty();
    assertThat(request.header("Cookie")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET",
        "GET /",
        "GET  / HTTP/1.1",
        "GET /a b HTTP/1.1",
        "GET http://x/ HTTP/1.1|Host: x",
        "GET * HTTP/1.1|Host: x",
        "GET / HTTP/1.1",
        "GET / HTTP/1.1|Host",
        "GET / HTTP/1.1|Host : x",
        "GET / HTTP/1.1|: x",
        "GET / HTTP/1.1|Host: x| folded",
      })
  void whatIsNoRequest_isRefused(String lines) {
    assertThatThrownBy(() -> HttpRequest.parse(lines.replace("|", "\r\n")))
        .isInstanceOfSatisfying(BadRequest.class, bad -> assertThat(bad.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/2.0|Host: x", "GET / HTTP/1.11|Host: x", "GET / |Host: x"})
  void otherVersions_areRefused(String lines) {
    assertThatThrownBy(() -> HttpRequest.parse(lines.replace("|", "\r\n")))
        .isInstanceOfSatisfying(BadRequest.class, bad -> assertThat(bad.status()).isEqualTo(505));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "gzip                    > 1",
        "'br, GZIP ; q=0.5'      > 0.5",
        "'gzip;q=0.2, gzip'      > 1",
        "gzip;q=0                > 0",
        "'gzip;q=0, *'           > 0",
        "'br, *;q=0.1'           > 0.1",
        "gzip;level=9;q=0.7      > 0.7",
        "gzip;q=x                > 0",
        "gzip;q=7                > 0",
        "br                      > 0",
        "''                      > 0",
      })
  void weight_isThatOfTheFirstNameThatIsThere(String header, double weight) throws BadRequest {
    HttpRequest request =
        HttpRequest.parse("GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: " + header);

    assertThat(request.weight("Accept-Encoding", "gzip", "*")).isEqualTo(weight);
  }

  @Test
  void weight_isNothingWithoutTheHeader() throws BadRequest {
    assertThat(HttpRequest.parse("GET / HTTP/1.0").weight("Accept", "text/plain")).isZero();
  }
}
