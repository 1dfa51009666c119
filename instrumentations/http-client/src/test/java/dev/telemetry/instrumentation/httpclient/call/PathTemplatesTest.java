package dev.telemetry.instrumentation.httpclient.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplatesTest {

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/7, true",
    "/users/{id}, /users/, false",
    "/users/{id}, /users, false",
    "/users/{id}, /users/7/orders, false",
    "/users/{id}/orders, /users/7/orders, true",
    "/users/*, /users/7, true",
    "/users/**, /users/7/orders/9, true",
    "/users/**, /users, true",
    "/users/**, /user, false",
    "/**, /anything/at/all, true",
    "/, /, true",
    "/, /a, false",
    "/a, /A, false"
  })
  void template_fitsWholePaths(String template, String path, boolean fits) {
    assertThat(template(path, template)).isEqualTo(fits ? template : null);
  }

  @Test
  void templateOfAHost_isForThatHostAlone() {
    assertThat(template("/users/7", "API.acme.com/users/{id}")).isEqualTo("/users/{id}");
    assertThat(template("/users/7", "acme.com/users/{id}")).isNull();
  }

  @Test
  void firstTemplateThatFits_counts() {
    assertThat(template("/users/me", "/users/me", "/users/{id}")).isEqualTo("/users/me");
    assertThat(template("/users/me", "/users/{id}", "/users/me")).isEqualTo("/users/{id}");
  }

  private static @Nullable String template(String path, String... templates) {
    InstrumentationSettings settings =
        InstrumentationSettings.none().with("paths", List.of(templates));
    return new PathTemplates(settings).templateFor("api.acme.com", path);
  }
}
