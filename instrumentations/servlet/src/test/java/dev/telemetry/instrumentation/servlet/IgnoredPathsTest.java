package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredPathsTest {
  private final IgnoredPaths defaults = new IgnoredPaths(IgnoredPaths.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/healthz",
        "/health/live",
        "/actuator",
        "/actuator/prometheus/x",
        "/favicon.ico",
        "/assets/app.min.css",
        "/a/b/c.js;v=1",
        "/x.png",
        "/readyz"
      })
  void defaults_haveHealthChecksAndFiles(String path) {
    assertThat(defaults.have(path, "")).isTrue();
    assertThat(defaults.have("/shop" + path, "/shop")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/orders/health",
        "/healthy/food",
        "/orders/1",
        "/x.png/1",
        "/actuators",
        "/reports.json",
        "/app;x=.css",
        "/cssx"
      })
  void defaults_haveNoOthers(String path) {
    assertThat(defaults.have(path, "")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, /a, true",
    "/a, /ab, false",
    "/a/*, /a/b, true",
    "/a/*, /a/b/c, false",
    "/a/*, /a, false",
    "/a/**, /a/b/c, true",
    "/a/**, /a, true",
    "/a/**, /ab, false",
    "/*/b, /a/b, true",
    "/*/b, /a/c/b, false",
    "/**/b, /a/c/b, true",
    "/**/x*.txt, /a/x/b/x1.txt, true",
    "/**/x*.txt, /a/x/b/1.txt, false",
    "/a*b*c, /aXbXbXc, true",
    "/a*b*c, /aXb/c, false",
    "*.txt, /a/b.txt, true",
    "*.txt, /a/b.txt/c, false",
    "**, /anything/at/all, true"
  })
  void pattern_standsForSegments(String pattern, String path, boolean matches) {
    assertThat(new PathPattern(pattern).matches(path, 0, path.length())).isEqualTo(matches);
  }

  @Test
  void emptyPath_isHadByWhatStandsForAnyText() {
    assertThat(new IgnoredPaths(List.of("**")).have("/shop", "/shop")).isTrue();
    assertThat(new IgnoredPaths(List.of("*.css")).have("/shop", "/shop")).isFalse();
  }

  @Test
  void emptyList_ignoresNothing() {
    assertThat(new IgnoredPaths(List.of()).areNone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*.css, /files, /a.css, true",
    "*.css, /files, /a.html, false",
    "/files/*/b, /files, /a/b, true",
    "/files/*/b, /files, /a/c, false",
    "/files/a*, /files, /a, true",
    "/files/a*, /files, /b, false",
    "/fi*, /files, /a, true",
    "/other/**, /files, /a, false",
    "/files/**, '', /files, true",
    "/files/**, '', /filed, false",
    "**/a/**, /files, /a/b, true",
    "*/files/b.css, /files, /b.css, true"
  })
  void pathInTwoParts_mayBeIgnoredWhereBothEndsFit(
      String pattern, String above, String below, boolean fits) {
    assertThat(new IgnoredPaths(List.of(pattern)).mayHave(above, below)).isEqualTo(fits);
  }
}
