package dev.telemetry.agent.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.telemetry.agent.metrics", importOptions = DoNotIncludeTests.class)
class MetricsArchitectureTest {
  @ArchTest
  static final ArchRule core_knowsNoMicrometer =
      noClasses()
          .that()
          .resideInAPackage("dev.telemetry.agent.metrics")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "dev.telemetry.agent.metrics.micrometer..");
}
