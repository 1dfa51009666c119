package dev.telemetry.instrumentation.measured;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Invoices, com.acme.Invoices",
    "com.acme.*, com.acme.Invoices",
    "com.acme.*, com.acme.Invoices$Line",
    "com.*.Invoices, com.acme.Invoices",
    "com.acme..*Service, com.acme.BillingService",
    "com.acme..*Service, com.acme.billing.BillingService",
    "com.acme..*Service, com.acme.a.b.c.Service",
    "com.acme.**.*Service, com.acme.BillingService",
    "com.acme.**, com.acme.a.b.Service",
    "com.acme..impl..*, com.acme.a.impl.b.Service",
    "find*, findAll",
    "*find*, doFindfind",
    "*, anything"
  })
  void pattern_matches(String pattern, String name) {
    assertThat(new NamePattern(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Invoices, com.acme.Invoices$Line",
    "com.acme.Invoices, com.acme.Invoice",
    "com.acme.*, com.acme.billing.Invoices",
    "com.acme.*, com.acme",
    "com.*.Invoices, com.acme.billing.Invoices",
    "com.acme..*Service, com.acmeService",
    "com.acme..*Service, com.acme.billing.Services",
    "com.acme..impl..*, com.acme.impl",
    "find*, refind"
  })
  void pattern_doesNotMatch(String pattern, String name) {
    assertThat(new NamePattern(pattern).matches(name)).isFalse();
  }

  @Test
  void isExact_tellsWhetherThereAreWildcards() {
    assertThat(new NamePattern("findAll").isExact()).isTrue();
    assertThat(new NamePattern("find*").isExact()).isFalse();
    assertThat(new NamePattern("com..Invoices").isExact()).isFalse();
  }
}
