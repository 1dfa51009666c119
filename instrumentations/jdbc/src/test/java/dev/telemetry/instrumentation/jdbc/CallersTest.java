package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallersTest {
  @Test
  void line_isTheFirstOfTheApplication() {
    StackTraceElement[] stack = {
      line("dev.telemetry.instrumentation.jdbc.Callers"),
      line("org.postgresql.jdbc.PgStatement"),
      line("com.zaxxer.hikari.pool.ProxyStatement"),
      line("org.springframework.jdbc.core.JdbcTemplate"),
      line("jdk.proxy2.$Proxy77"),
      line("com.acme.Shop$$SpringCGLIB$$0"),
      line("com.acme.Orders"),
      line("com.acme.Main")
    };

    assertThat(Callers.in(stack)).isEqualTo(line("com.acme.Orders"));
  }

  @Test
  void application_mayBearANameLikeOurs() {
    StackTraceElement[] stack = {
      line("dev.telemetry.bus.Event"),
      line("org.h2.jdbc.JdbcStatement"),
      line("dev.telemetry.demo.accounts.Users"),
      line("org.apache.coyote.http11.Http11Processor")
    };

    assertThat(Callers.in(stack)).isEqualTo(line("dev.telemetry.demo.accounts.Users"));
  }

  @Test
  void line_isNoneWithoutAnApplication() {
    assertThat(Callers.in(new StackTraceElement[] {line("java.lang.Thread")})).isNull();
  }

  private static StackTraceElement line(String type) {
    return new StackTraceElement(type, "call", "File.java", 7);
  }
}
