package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.HandlerInfo;
import dev.telemetry.agent.extension.ExtensionJars;
import dev.telemetry.agent.json.JsonWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHandlersTest {
  private static final String AUDIT =
      "public class Audit implements Handler {"
          + " public void handle(String event, Measurements m, Metadata d) {"
          + " if (event.equals(\"bad\")) throw new IllegalStateException();"
          + " System.setProperty(\"acme.audit\", System.getProperty(\"acme.audit\", \"\") + event); } }";

  private final String extensions;

  LiveHandlersTest(@TempDir Path folder) {
    extensions = "extensions: " + folder;
    ExtensionJars.in(folder).source("Audit", AUDIT).write("acme.jar");
    System.clearProperty("acme.audit");
  }

  @Test
  void handler_isGivenItsEventsFromTheStart() {
    try (ReloadFixture agent = agent("handlers: [{class: acme.Audit, events: [a, 'b.*']}]")) {
      live(agent);
      agent.emit("a");
      agent.emit("b.c");
      agent.emit("c");

      assertThat(heard()).isEqualTo("ab.c");
    }
  }

  @Test
  void reload_attachesAndDetaches() {
    try (ReloadFixture agent = agent("handlers: [{class: acme.Audit, events: [a]}]")) {
      live(agent);
      agent.reload(extensions, "handlers: [{class: acme.Audit, events: [b]}]");
      agent.emit("a");
      agent.emit("b");
      agent.reload(extensions);
      agent.emit("b");
      agent.reload(extensions, "handlers: [{class: acme.Audit, events: [c]}]");
      agent.emit("c");

      assertThat(heard()).isEqualTo("bc");
      assertThat(agent.said())
          .containsExactly(
              "telemetry: reloaded telemetry.yaml: handlers ~acme.Audit",
              "telemetry: reloaded telemetry.yaml: handlers -acme.Audit",
              "telemetry: reloaded telemetry.yaml: handlers +acme.Audit");
    }
  }

  @Test
  void wrongClass_keepsTheHandlersBefore() {
    try (ReloadFixture agent = agent("handlers: [{class: acme.Audit, events: [a]}]")) {
      live(agent);
      agent.reload(extensions, "handlers: [{class: acme.Gone, events: [a]}]");
      agent.emit("a");

      assertThat(heard()).isEqualTo("a");
      assertThat(agent.said())
          .singleElement()
          .asString()
          .contains("the configuration before stays", "telemetry.yaml:2:20: handlers[0].class: ");
    }
  }

  @Test
  void status_tellsWhoIsAttachedStill() {
    try (ReloadFixture agent = agent("handlers: [{class: acme.Audit, events: [a, bad]}]")) {
      LiveHandlers handlers = live(agent);
      assertThat(status(handlers))
          .isEqualTo(
              "{\"handlers\":[{\"id\":\"acme.Audit\",\"events\":[\"a\",\"bad\"],\"attached\":true}]}");
      agent.emit("bad");

      assertThat(status(handlers)).endsWith("\"attached\":false}]}");
    }
  }

  @Test
  void takenId_isToldAndLeavesTheOther() {
    try (ReloadFixture agent = agent("handlers: [{class: acme.Audit, events: [a]}]")) {
      agent.bus.attach(
          "acme.Audit", List.of("z"), (e, m, d) -> {}, dev.telemetry.OnFailure.detach());
      live(agent);

      assertThat(agent.bus.handlers("")).extracting(HandlerInfo::event).containsExactly("z");
      assertThat(agent.said())
          .singleElement()
          .asString()
          .startsWith("telemetry: handler acme.Audit cannot be attached: ");
    }
  }

  @Test
  void reload_leavesTheOtherOfATakenId() {
    try (ReloadFixture agent = agent("handlers: [{class: acme.Audit, events: [a]}]")) {
      agent.bus.attach(
          "acme.Audit", List.of("z"), (e, m, d) -> {}, dev.telemetry.OnFailure.detach());
      live(agent);
      agent.reload(extensions);

      assertThat(agent.bus.handlers("")).extracting(HandlerInfo::event).containsExactly("z");
    }
  }

  private ReloadFixture agent(String line) {
    return ReloadFixture.withExtensions(extensions, line);
  }

  private static LiveHandlers live(ReloadFixture agent) {
    LiveHandlers handlers = new LiveHandlers(agent.settings.handlers(), agent.bus, agent.log);
    handlers.start();
    agent.part(handlers);
    return handlers;
  }

  private static String status(LiveHandlers handlers) {
    JsonWriter json = new JsonWriter().object();
    handlers.write(json);
    return json.endObject().toString();
  }

  private static String heard() {
    return System.getProperty("acme.audit", "");
  }
}
