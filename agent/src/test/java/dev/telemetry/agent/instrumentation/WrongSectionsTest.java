package dev.telemetry.agent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSectionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          [failures] => 1:7: http: expected keys and values, got a list
          {failure: [5xx]} => 1:8: http: unknown key "failure" (did you mean "failures"?)
          {failures: 5xx} => 1:18: http.failures: expected a list, got "5xx"
          {failures: [[5xx]]} => 1:19: http.failures[0]: expected text, got a list
          {failures: [6xx]} => 1:19: http.failures[0]: expected a status such as 404, 4xx or 500..599, timeout, or the name of an exception's class, got "6xx" (did you mean "4xx"?)
          {failures: [5XX]} => 1:19: http.failures[0]: expected a status such as 404, 4xx or 500..599, timeout, or the name of an exception's class, got "5XX" (did you mean "5xx"?)
          {failures: [404, timeouts]} => 1:24: http.failures[1]: expected a status such as 404, 4xx or 500..599, timeout, or the name of an exception's class, got "timeouts" (did you mean "timeout"?)
          {failures: [599..500]} => 1:19: http.failures[0]: expected a status such as 404, 4xx or 500..599, timeout, or the name of an exception's class, got "599..500"
          {failures: [com.acme.]} => 1:19: http.failures[0]: expected a status such as 404, 4xx or 500..599, timeout, or the name of an exception's class, got "com.acme."
          {ignore: /health} => 1:16: http.ignore: expected a list, got "/health"
          {ignore: [health]} => 1:17: http.ignore[0]: expected a path such as /health, /assets/** or *.css, got "health"
          {ignore: [defaults]} => 1:17: http.ignore[0]: expected a path such as /health, /assets/** or *.css, got "defaults" (did you mean "default"?)
          {tags: [tenant]} => 1:14: http.tags: expected keys and values, got a list
          {tags: {tenant: X-Tenant}} => 1:23: http.tags.tenant: expected a source such as {header: X-Tenant}, got "X-Tenant"
          {tags: {tenant: {}}} => 1:23: http.tags.tenant: expected header, query, session or mdc, got none of them
          {tags: {tenant: {header: a, query: b}}} => 1:23: http.tags.tenant: expected header, query, session or mdc, got several of them
          {tags: {tenant: {heder: a}}} => 1:24: http.tags.tenant: unknown key "heder" (did you mean "header"?)
          {tags: {tenant: {header: [a]}}} => 1:32: http.tags.tenant.header: expected text, got a list
          {tags: {tenant: {query: ''}}} => 1:31: http.tags.tenant.query: expected a name, got ""
          {tags: {tenant: {header: Authorization}}} => 1:32: http.tags.tenant.header: expected a header that is no secret, got "Authorization"
          {tags: {http.route: {header: X-Route}}} => 1:15: http.tags.http.route: expected a key of your own, every request has this one already
          """)
  void http_staysAtItsDefaultAndSaysWhy(String yaml, String message) {
    Read read = new Read("http: " + yaml);

    assertThat(read.errors).containsExactly("telemetry.yaml:" + message);
    assertThat(read.of("servlet")).isEqualTo(InstrumentationSettings.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          com.acme.A.* => 3: measure[0]: expected a rule such as "methods: com.acme.Invoices.*", got "com.acme.A.*"
          {} => 3: measure[0]: expected the key "methods", such as com.acme.Invoices.*
          {method: com.acme.A.*} => 3: measure[0]: expected the key "methods", such as com.acme.Invoices.*
          {methods: [com.acme.A.*]} => 13: measure[0].methods: expected text, got a list
          {methods: charge} => 13: measure[0].methods: expected a class and a method, such as com.acme.Invoices.* or com.acme..*Service.find*, got "charge"
          {methods: com.acme.A.} => 13: measure[0].methods: expected a class and a method, such as com.acme.Invoices.* or com.acme..*Service.find*, got "com.acme.A."
          {methods: com.acme..find} => 13: measure[0].methods: expected a class and a method, such as com.acme.Invoices.* or com.acme..*Service.find*, got "com.acme..find"
          {methods: com/acme/A.find} => 13: measure[0].methods: expected a class and a method, such as com.acme.Invoices.* or com.acme..*Service.find*, got "com/acme/A.find"
          {methods: com.acme.A.find(int)} => 13: measure[0].methods: expected a class and a method without its parameters, such as com.acme.Invoices.* or com.acme..*Service.find*, got "com.acme.A.find(int)"
          {methods: com.acme.A.<init>} => 13: measure[0].methods: expected methods, constructors are never measured, got "com.acme.A.<init>"
          {methods: '*.find'} => 13: measure[0].methods: expected a pattern that begins with a package, such as com.acme.Invoices.* or com.acme..*Service.find*, got "*.find"
          {methods: java.util.ArrayList.add} => 13: measure[0].methods: expected classes of the application, those of the JDK are never measured, got "java.util.ArrayList.add"
          {methods: java..*.add} => 13: measure[0].methods: expected classes of the application, those of the JDK are never measured, got "java..*.add"
          {methods: dev.telemetry.bus.Bus.*} => 13: measure[0].methods: expected classes of the application, those of the agent are never measured, got "dev.telemetry.bus.Bus.*"
          {methods: dev.telemetry..*.run} => 13: measure[0].methods: expected classes of the application, those of the agent are never measured, got "dev.telemetry..*.run"
          {methods: a.A.*, event: '{klass}.x'} => 27: measure[0].event: expected no braces but those of {class} and {method}, got "{klass}.x"
          {methods: a.A.*, event: a..b} => 27: measure[0].event: expected an event's name such as billing.{method}, got "a..b"
          {methods: a.A.*, private: yes} => 29: measure[0].private: expected true or false, got "yes"
          {methods: a.A.*, tags: [kind]} => 26: measure[0].tags: expected keys and values, got a list
          {methods: a.A.*, tags: {kind: 1}} => 33: measure[0].tags.kind: expected a source such as {argument: 0}, got "1"
          {methods: a.A.*, tags: {kind: {argument: -1}}} => 44: measure[0].tags.kind.argument: expected a whole number from 0 to 254, got "-1"
          {methods: a.A.*, tags: {kind: {arg: 1}}} => 34: measure[0].tags.kind: unknown key "arg" (did you mean "argument"?)
          {methods: a.A.*, tags: {kind: {}}} => 33: measure[0].tags.kind: expected the key "argument", which is a position from 0
          {methods: a.A.*, tag: {}} => 20: measure[0]: unknown key "tag" (did you mean "tags"?)
          """)
  void rule_staysOffAloneAndSaysWhy(String item, String message) {
    Read read = new Read("measure:", "- " + item, "- methods: com.acme.B.*");

    assertThat(read.errors).contains("telemetry.yaml:2:" + message);
    assertThat(read.of("measured").sections("rules")).hasSize(1);
  }

  @Test
  void measure_isAList() {
    assertThat(new Read("measure: com.acme.A.*").errors)
        .containsExactly("telemetry.yaml:1:10: measure: expected a list, got \"com.acme.A.*\"");
  }

  @Test
  void wrongList_leavesTheOthers() {
    Read read = new Read("http: {failures: [x], ignore: [/a], tags: {t: {header: T}, u: 1}}");

    assertThat(read.errors).hasSize(2);
    assertThat(read.of("servlet").has("failures")).isFalse();
    assertThat(read.of("servlet").texts("ignore", List.of())).containsExactly("/a");
    assertThat(read.of("servlet").sections("tags")).containsOnlyKeys("t");
  }

  /** A configuration as the agent reads it. */
  static final class Read {
    final Map<String, InstrumentationSettings> settings;
    final List<String> errors;

    InstrumentationSettings of(String instrumentation) {
      return Objects.requireNonNull(settings.get(instrumentation));
    }

    Read(String... yaml) {
      Config config = ConfigFixture.yaml(yaml).load();
      settings = InstrumentationSections.read(config.root());
      config.root().rejectUnread();
      errors = config.errors().messages();
    }
  }
}
