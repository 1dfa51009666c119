package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeavingReportTest {
  private final WeavingReport report = new WeavingReport();
  private final ClassLoader loader = new GivenClasses(null);

  WeavingReportTest() {
    report.module("jdbc");
    report.module("measured");
  }

  @Test
  void modules_areThereBeforeAnythingIsWoven() {
    assertThat(report.wovenByModule()).containsExactly(entry("jdbc", 0), entry("measured", 0));
  }

  @Test
  void classOfTwoModules_countsForBoth() {
    report.woven(List.of("jdbc", "measured"), loader, "Shop");

    assertThat(report.wovenByModule()).containsExactly(entry("jdbc", 1), entry("measured", 1));
  }

  @Test
  void classWovenAgain_countsOnce() {
    report.woven(List.of("jdbc"), loader, "Shop");
    report.woven(List.of("jdbc"), loader, "Shop");

    assertThat(report.wovenByModule()).containsEntry("jdbc", 1);
  }

  @Test
  void classWovenAgainByOthers_countsForThese() {
    report.woven(List.of("jdbc"), loader, "Shop");
    report.woven(List.of("measured"), loader, "Shop");

    assertThat(report.wovenByModule()).containsExactly(entry("jdbc", 0), entry("measured", 1));
  }

  @Test
  void classOfTwoLoaders_countsTwice() {
    report.woven(List.of("jdbc"), loader, "Shop");
    report.woven(List.of("jdbc"), new GivenClasses(null), "Shop");

    assertThat(report.wovenByModule()).containsEntry("jdbc", 2);
  }

  @Test
  void classGivenBack_countsNoMore() {
    report.woven(List.of("jdbc"), loader, "Shop");

    report.unwoven(loader, "Shop");
    report.unwoven(loader, "Shop");

    assertThat(report.wovenByModule()).containsEntry("jdbc", 0);
    assertThat(report.isWoven(loader, "Shop")).isFalse();
  }

  @Test
  void isWoven_tellsLoadersApart() {
    report.woven(List.of("jdbc"), loader, "Shop");

    assertThat(report.isWoven(loader, "Shop")).isTrue();
    assertThat(report.isWoven(loader, "Other")).isFalse();
    assertThat(report.isWoven(new GivenClasses(null), "Shop")).isFalse();
  }

  @Test
  void sameReason_isToldOnce() {
    report.skipped("servlet", "too old");
    report.skipped("servlet", "too old");

    assertThat(report.skipped()).containsExactly("servlet: too old");
  }

  @Test
  void reasons_areBoundedInNumberAndLength() {
    for (int i = 0; i < 10_000; i++) {
      report.skipped("class " + i, "x".repeat(10_000));
    }

    assertThat(report.skipped()).hasSize(100);
    assertThat(report.skipped()).allSatisfy(line -> assertThat(line).hasSizeLessThan(310));
  }

  @Test
  void failures_areCountedBeyondTheReasons() {
    for (int i = 0; i < 1000; i++) {
      report.failed("class " + i, new IllegalStateException("broken"));
    }

    assertThat(report.failures()).isEqualTo(1000);
    assertThat(report.skipped()).hasSize(100);
  }

  @Test
  void failureThatFailsToDescribeItself_isNamed() {
    report.failed("Shop", new Speechless());

    assertThat(report.skipped()).containsExactly("Shop: failed with " + Speechless.class.getName());
  }

  @Test
  void listenerThatThrows_harmsNobody() {
    report.onFailure(
        (what, failure) -> {
          throw new IllegalStateException("listener");
        });

    report.failed("Shop", new IllegalStateException("broken"));

    assertThat(report.failures()).isEqualTo(1);
  }

  private static java.util.Map.Entry<String, Integer> entry(String module, int classes) {
    return java.util.Map.entry(module, classes);
  }

  private static final class Speechless extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw this;
    }
  }
}
