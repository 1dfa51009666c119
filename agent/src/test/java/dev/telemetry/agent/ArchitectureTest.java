package dev.telemetry.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/architecture.md. */
@AnalyzeClasses(packages = "dev.telemetry", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] JDK_AND_API = {
    "java..", "dev.telemetry", "dev.telemetry.bus", "dev.telemetry.poll", "org.jspecify.."
  };

  @ArchTest
  static final ArchRule api_usesTheJdkAlone =
      classes()
          .that()
          .resideInAnyPackage("dev.telemetry", "dev.telemetry.bus", "dev.telemetry.poll")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(JDK_AND_API);

  @ArchTest
  static final ArchRule dispatcher_usesTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("dev.telemetry.dispatch")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.telemetry.dispatch", "org.jspecify..");

  @ArchTest
  static final ArchRule instrumentations_knowNeitherTheAgentNorWeaving =
      noClasses()
          .that()
          .resideInAPackage("dev.telemetry.instrumentation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.telemetry.agent..", "dev.telemetry.weaving..");

  @ArchTest
  static final ArchRule instrumentations_knowNoOther =
      slices().matching("dev.telemetry.instrumentation.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule instrumentationSpi_knowsNoInstrumentation =
      noClasses()
          .that()
          .resideInAPackage("dev.telemetry.instrumentation")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.telemetry.instrumentation.*..");

  @ArchTest
  static final ArchRule weaving_isTheOnlyUserOfAsmAndOfByteBuddyBeyondItsAnnotations =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.telemetry.weaving..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.objectweb.asm..",
              "net.bytebuddy",
              "net.bytebuddy.agent..",
              "net.bytebuddy.pool..",
              "net.bytebuddy.dynamic..",
              "net.bytebuddy.description..",
              "net.bytebuddy.implementation",
              "net.bytebuddy.implementation.bytecode");

  @ArchTest
  static final ArchRule weaving_knowsNoAgent =
      noClasses()
          .that()
          .resideInAPackage("dev.telemetry.weaving..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.telemetry.agent..");

  @ArchTest
  static final ArchRule nobody_knowsTheRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.telemetry.agent.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.telemetry.agent.runtime..");

  @ArchTest
  static final ArchRule agentPackages_haveNoCycles =
      slices().matching("dev.telemetry.agent.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule reporters_knowNoOther =
      slices().matching("dev.telemetry.agent.report.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule metrics_knowNoReporter =
      noClasses()
          .that()
          .resideInAPackage("dev.telemetry.agent.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.telemetry.agent.report..");

  @ArchTest
  static final ArchRule config_knowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("dev.telemetry.agent.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.telemetry.agent.metrics..",
              "dev.telemetry.agent.poller..",
              "dev.telemetry.agent.report..",
              "dev.telemetry.agent.cli..");

  @ArchTest
  static final ArchRule http_knowsNoFeature =
      classes()
          .that()
          .resideInAPackage("dev.telemetry.agent.http..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.telemetry.agent.config..",
              "dev.telemetry.agent.log..",
              "dev.telemetry.agent.http..");

  @ArchTest
  static final ArchRule json_knowsNobody =
      classes()
          .that()
          .resideInAPackage("dev.telemetry.agent.json..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.telemetry.agent.json..");

  @ArchTest
  static final ArchRule http_isUsedByWhatAnswersAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.telemetry.agent.http..",
              "dev.telemetry.agent.report",
              "dev.telemetry.agent.report.prometheus..",
              "dev.telemetry.agent.dashboard..",
              "dev.telemetry.agent.settings..",
              "dev.telemetry.agent.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.telemetry.agent.http..");

  @ArchTest
  static final ArchRule nobody_usesTheJdksServer =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule extension_knowsNothingOfWhatIsAdded =
      classes()
          .that()
          .resideInAPackage("dev.telemetry.agent.extension")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.telemetry.agent.config",
              "dev.telemetry.agent.log",
              "dev.telemetry.agent.extension");

  @ArchTest
  static final ArchRule poller_emitsEventsAndKnowsNoMetricsBeyondTheirDefinitions =
      classes()
          .that()
          .resideInAPackage("dev.telemetry.agent.poller..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.management..",
              "com.sun.management..",
              "org.jspecify..",
              "dev.telemetry",
              "dev.telemetry.bus",
              "dev.telemetry.poll",
              "dev.telemetry.instrumentation",
              "dev.telemetry.agent.config..",
              "dev.telemetry.agent.log..",
              "dev.telemetry.agent.poller..");

  @ArchTest
  static final ArchRule micrometer_staysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.telemetry.agent.metrics.micrometer..",
              "dev.telemetry.agent.report..",
              "dev.telemetry.instrumentation.micrometer.companion..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ArchTest
  static final ArchRule boot_touchesNothingThatMayStartTooEarly =
      noClasses()
          .that()
          .resideInAnyPackage("dev.telemetry.agent", "dev.telemetry.agent.boot")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "java.nio.file..", "javax.management..");

  @ArchTest
  static final ArchRule nobody_logsThroughTheApplicationsLogging =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..");
}
