package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.settings.Settings;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ConfigStateTest {
  private static final String AT = "\"reload\":\\{\"at\":\"20\\d\\d-\\d\\d-\\d\\dT[0-9:]{8}Z\",";

  @Test
  void beforeAnyReload_whatTheAgentStartedWithIsInForce() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      assertThat(json(agent))
          .isEqualTo(
              "{\"config\":\"telemetry.yaml\",\"settings\":{\"metrics[0].counter\":\"a.b\"},"
                  + "\"sources\":{\"metrics[0].counter\":\"telemetry.yaml:1:20\"},"
                  + "\"reload\":null}");
    }
  }

  @Test
  void goodFile_isInForce() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.reload("metrics: [counter: a.c]");

      assertThat(json(agent))
          .contains("\"settings\":{\"metrics[0].counter\":\"a.c\"}")
          .containsPattern(
              AT
                  + "\"result\":\"taken over\","
                  + "\"said\":\\[\"reloaded telemetry.yaml: metrics \\+a.c -a.b\"]}");
    }
  }

  @Test
  void badFile_isRefusedWithItsErrorsAndTheOneBeforeIsInForce() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: [counter: a.b]")) {
      agent.reload("metrics: [conter: a.c]");

      assertThat(json(agent))
          .contains("\"settings\":{\"metrics[0].counter\":\"a.b\"}")
          .containsPattern(AT + "\"result\":\"refused\",")
          .contains("\"telemetry.yaml:1:11: metrics[0]: expected counter, sum,");
    }
  }

  @Test
  void whatNeedsARestart_staysAsItWas() {
    try (ReloadFixture agent = ReloadFixture.of("http: {port: 1234}")) {
      agent.reload("http: {port: 4321, host: localhost}");

      assertThat(json(agent)).contains("\"settings\":{\"http.port\":\"1234\"}");
    }
  }

  @Test
  void sectionThatFails_staysAsItWasUntilItSucceeds() {
    AtomicBoolean broken = new AtomicBoolean(true);
    try (ReloadFixture agent =
        ReloadFixture.of("poll: [{mbean: 'a:b=c', attributes: [x], event: a.b}]")) {
      agent.part(new Breaking("poll", broken));
      agent.reload("poll: [{mbean: 'a:b=d', attributes: [x], event: a.b, every: 7s}]");

      assertThat(json(agent))
          .contains("\"poll[0].mbean\":\"a:b=c\"")
          .doesNotContain("poll[0].every")
          .contains("not taken over poll");

      broken.set(false);
      agent.reload("poll: [{mbean: 'a:b=d', attributes: [x], event: a.b, every: 7s}]");
      assertThat(json(agent))
          .contains("\"poll[0].mbean\":\"a:b=d\"", "\"poll[0].every\"")
          .doesNotContain("not taken over");
    }
  }

  @Test
  void secret_isHidden() {
    try (ReloadFixture agent =
        ReloadFixture.of("reporters: {otlp: {headers: {authorization: Bearer x}}}")) {
      assertThat(json(agent))
          .contains("\"reporters.otlp.headers.authorization\":\"****\"")
          .doesNotContain("Bearer");
    }
  }

  private record Breaking(String section, AtomicBoolean broken) implements Reloadable {
    @Override
    public Set<String> sections() {
      return Set.of(section);
    }

    @Override
    public void reload(Settings next, Changes changes) {
      if (broken.get()) {
        throw new IllegalStateException("broken");
      }
    }
  }

  private static String json(ReloadFixture agent) {
    return agent.status();
  }
}
