package dev.telemetry.agent.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.extension.ExtensionJars;
import dev.telemetry.agent.extension.Extensions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlersSectionTest {
  private static final String BODY =
      " implements Handler { public void handle(String e, Measurements m, Metadata d) {} ";

  private final Path folder;

  HandlersSectionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void handlers_areOneObjectOfEachClass() {
    ExtensionJars.in(folder)
        .source("Audit", "public class Audit" + BODY + "}")
        .source("Other", "public class Other" + BODY + "}")
        .write("acme.jar");
    Config config =
        config(
            "handlers:",
            "- {class: acme.Audit, events: [http.**]}",
            "- {class: acme.Other, events: [a.b]}",
            "- {class: acme.Audit, events: [a.b, '**.stop']}");
    HandlerClasses classes = classes(config);
    List<HandlerPlan> plans = HandlersSection.read(config.root(), classes);

    assertThat(config.errors().messages()).isEmpty();
    assertThat(plans)
        .extracting(HandlerPlan::toString)
        .containsExactly("acme.Audit [http.**]", "acme.Other [a.b]", "acme.Audit#2 [a.b, **.stop]");
    assertThat(plans.get(0).handler()).isSameAs(plans.get(2).handler());
    assertThat(HandlersSection.read(config.again().root(), classes)).isEqualTo(plans);
  }

  @Test
  void wrongClass_isAnErrorAtItsPlace() {
    ExtensionJars.in(folder)
        .source("None", "public class None { }")
        .source("Hidden", "public class Hidden" + BODY + "Hidden() {} }")
        .source("Asking", "public class Asking" + BODY + "public Asking(int a) {} }")
        .source(
            "Bad",
            "public class Bad"
                + BODY
                + "public Bad() { throw new IllegalStateException(\"no\"); } }")
        .source(
            "Static",
            "public class Static"
                + BODY
                + "static int zero = 1 / Metadata.none().toMap().size(); }")
        .write("acme.jar");

    assertThat(errors("acme.Gone"))
        .containsExactly(expected("a class in a jar of extensions", "Gone"));
    assertThat(errors("acme.None"))
        .containsExactly(expected("a class that implements dev.telemetry.Handler", "None"));
    for (String hidden : List.of("Hidden", "Asking")) {
      assertThat(errors("acme." + hidden))
          .containsExactly(
              expected("a class with a public constructor without parameters", hidden));
    }
    assertThat(errors("acme.Bad"))
        .containsExactly(
            "telemetry.yaml:2:20: handlers[0].class: acme.Bad: IllegalStateException: no");
    assertThat(errors("acme.Static"))
        .containsExactly(
            "telemetry.yaml:2:20: handlers[0].class: acme.Static: ArithmeticException: / by zero");
  }

  @Test
  void constructorThatThrew_isTriedAgain() {
    ExtensionJars.in(folder)
        .source(
            "Late",
            "public class Late"
                + BODY
                + "static int tries; public Late() { if (tries++ == 0) throw new Error(\"early\"); } }")
        .write("acme.jar");
    Config config = config("handlers: [{class: acme.Late, events: [a.b]}]");
    HandlerClasses classes = classes(config);

    assertThat(HandlersSection.read(config.root(), classes)).isEmpty();
    assertThat(HandlersSection.read(config.again().root(), classes)).hasSize(1);
  }

  @Test
  void entry_needsAClassAndEvents() {
    assertThat(told("handlers: [{events: [a.b]}]"))
        .containsExactly("telemetry.yaml:2:12: handlers[0]: expected a class");
    assertThat(told("handlers: [{class: acme.Audit}]"))
        .containsExactly("telemetry.yaml:2:12: handlers[0]: expected events");
    assertThat(told("handlers: [{class: acme.Audit, events: [a.b*]}]"))
        .containsExactly(
            "telemetry.yaml:2:41: handlers[0].events[0]: expected an event or a pattern such as"
                + " http.server.**, got \"a.b*\"");
    assertThat(told("handlers: [{clas: acme.Audit, events: [a.b]}]"))
        .anyMatch(line -> line.contains("unknown key \"clas\" (did you mean \"class\"?)"));
  }

  private static String expected(String what, String type) {
    return "telemetry.yaml:2:20: handlers[0].class: expected "
        + what
        + ", got \"acme."
        + type
        + "\"";
  }

  private List<String> errors(String type) {
    return told("handlers: [{class: " + type + ", events: [a.b]}]");
  }

  private List<String> told(String line) {
    Config config = config(line);
    assertThat(HandlersSection.read(config.root(), classes(config))).isEmpty();
    return config.errors().messages();
  }

  private static HandlerClasses classes(Config config) {
    return new HandlerClasses(Extensions.open(config.root().child(Extensions.SECTION)));
  }

  private Config config(String... lines) {
    String[] yaml = new String[lines.length + 1];
    yaml[0] = "extensions: " + folder;
    System.arraycopy(lines, 0, yaml, 1, lines.length);
    return ConfigFixture.yaml(yaml).load();
  }
}
