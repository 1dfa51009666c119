package dev.telemetry.agent.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.telemetry.agent.report.prometheus.PrometheusReporterFactory;
import dev.telemetry.agent.settings.AllModules;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each loss of the agent's own reporters has a reason that its factory lists for people. */
class LossReasonsTest {
  private static final JavaClasses AGENT =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.telemetry.agent");

  @Test
  void losses_areCountedByDeclaredReasonsAlone() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Deliveries.class)
        .should()
        .callMethod(Deliveries.class, "lost", String.class, long.class)
        .orShould()
        .callMethod(Deliveries.class, "cameBack", String.class, long.class)
        .orShould()
        .callMethod(Deliveries.class, "giveUp", String.class)
        .check(AGENT);
  }

  @Test
  void reasons_areMadeAsConstants() {
    List<String> elsewhere = new ArrayList<>();
    for (JavaClass each : AGENT) {
      for (JavaConstructorCall call : each.getConstructorCallsFromSelf()) {
        boolean reason = call.getTargetOwner().isEquivalentTo(LossReason.class);
        boolean constant = call.getOrigin().getName().equals("<clinit>");
        if (reason && !constant && !each.isEquivalentTo(LossReason.class)) {
          elsewhere.add(call.getDescription());
        }
      }
    }

    assertThat(elsewhere).isEmpty();
  }

  @Test
  void reporters_listEveryReasonThatTheirPackageUses() throws Exception {
    for (ReporterFactory factory : factories()) {
      assertThat(listed(factory.getClass().getPackageName()))
          .as(factory.getClass().getPackageName())
          .containsAll(used(factory.getClass().getPackageName()));
    }
  }

  @Test
  void everyReason_isListedBySomebody() throws Exception {
    Set<String> declared = new TreeSet<>();
    for (JavaClass each : AGENT) {
      for (JavaField field : each.getFields()) {
        if (field.getRawType().isEquivalentTo(LossReason.class) && isConstant(field)) {
          declared.add(text(field));
        }
      }
    }
    Set<String> listed = new TreeSet<>(Set.of(LossReason.FAILED.text()));
    factories().forEach(factory -> listed.addAll(texts(factory)));

    assertThat(listed).isEqualTo(declared);
  }

  private static Set<String> listed(String packageName) {
    return factories().stream()
        .filter(factory -> factory.getClass().getPackageName().equals(packageName))
        .flatMap(factory -> texts(factory).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> used(String packageName) throws ReflectiveOperationException {
    Set<String> used = new TreeSet<>();
    for (JavaClass each : AGENT) {
      if (each.getPackageName().equals(packageName)) {
        for (JavaFieldAccess access : each.getFieldAccessesFromSelf()) {
          JavaField field = access.getTarget().resolveMember().orElse(null);
          if (isReading(access) && field != null && isReason(field)) {
            used.add(text(field));
          }
        }
      }
    }
    return used;
  }

  private static boolean isReading(JavaAccess<?> access) {
    return !access.getOrigin().getName().equals("losses");
  }

  private static boolean isReason(JavaField field) {
    return field.getRawType().isEquivalentTo(LossReason.class) && isConstant(field);
  }

  private static boolean isConstant(JavaField field) {
    return field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC);
  }

  private static String text(JavaField field) throws ReflectiveOperationException {
    Field found = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
    found.setAccessible(true);
    return ((LossReason) found.get(null)).text();
  }

  private static Set<String> texts(ReporterFactory factory) {
    return factory.losses().stream()
        .map(LossReason::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<ReporterFactory> factories() {
    List<ReporterFactory> all = new ArrayList<>(AllModules.installed().reporters());
    all.add(new PrometheusReporterFactory(true));
    return all;
  }
}
