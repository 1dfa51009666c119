package dev.telemetry.instrumentation.httpclient.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CallTargetTest {

  @Test
  void address_isTakenApart() {
    assertThat(CallTarget.of("get", URI.create("https://acme.com/users/7?a=b#c")))
        .hasToString("GET acme.com:443/users/7");
    assertThat(CallTarget.of("PUT", URI.create("http://acme.com:8080")))
        .hasToString("PUT acme.com:8080/");
  }

  @Test
  void methodThatIsNoneOfHttp_isOther() {
    assertThat(CallTarget.of("BREW", URI.create("http://acme.com/pot")).method).isEqualTo("_OTHER");
    assertThat(CallTarget.of(null, URI.create("http://acme.com/pot")).method).isEqualTo("_OTHER");
  }

  @Test
  void unknownHost_isSaidToBe() {
    assertThat(new CallTarget("GET", null, 80, "/").address).isEqualTo("unknown");
  }

  @Test
  void path_isFoundInWhatARequestLineMayHave() {
    assertThat(CallTarget.pathIn("/users/7?next=http://other/")).isEqualTo("/users/7");
    assertThat(CallTarget.pathIn("http://acme.com/users/7#top")).isEqualTo("/users/7");
    assertThat(CallTarget.pathIn("http://acme.com?next=/users")).isEmpty();
    assertThat(CallTarget.pathIn("*")).isEqualTo("*");
    assertThat(CallTarget.pathIn(null)).isEmpty();
  }
}
