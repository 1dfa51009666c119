package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
  private final FakeJvm jvm = new FakeJvm();
  private final Weaving weaving =
      new Weaving(
          jvm.instrumentation(), SweepTest.class.getClassLoader(), new Bus(), List.of(new Probe()));
  private final Class<?> polite = load("Polite");
  private final Class<?> other = load("Polite");
  private final Class<?> annotated = load("Annotated");

  SweepTest() throws ClassNotFoundException {
    weaving.start();
  }

  @Test
  void missedSubtypes_areWovenAndCounted() {
    jvm.loaded.addAll(List.of(polite, other, String.class, int[].class, int.class));

    assertThat(weaving.sweep(false)).isEqualTo(2);
    assertThat(weaving.report().late()).isEqualTo(2);
    assertThat(weaving.report().wovenByModule()).containsEntry("probe", 2);
  }

  @Test
  void wovenClasses_areNotTouchedAgain() {
    jvm.loaded.add(polite);
    weaving.sweep(false);
    jvm.retransformed.clear();

    assertThat(weaving.sweep(true)).isZero();
    assertThat(jvm.retransformed).isEmpty();
    assertThat(weaving.report().late()).isEqualTo(1);
  }

  @Test
  void annotatedClasses_areSearchedOnRequestOnly() {
    jvm.loaded.add(annotated);

    assertThat(weaving.sweep(false)).isZero();
    assertThat(weaving.sweep(true)).isEqualTo(1);
  }

  @Test
  void subtypesThatDeclareNothing_areLeftToThemselves() throws Exception {
    jvm.loaded.add(load("Base"));
    jvm.loaded.add(load("Stranger"));

    assertThat(weaving.sweep(true)).isZero();
    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void classesThatCannotBeModified_areLeftToThemselves() {
    jvm.loaded.addAll(List.of(polite, other));
    jvm.unmodifiable.add(polite);

    assertThat(weaving.sweep(true)).isEqualTo(1);
    assertThat(jvm.retransformed).containsExactly(other);
  }

  @Test
  void oneThatFails_isReportedAndSparesNoOther() {
    jvm.loaded.addAll(List.of(annotated, polite, other));
    jvm.refused.add(polite);

    assertThat(weaving.sweep(true)).isEqualTo(2);
    assertThat(jvm.retransformed).containsExactly(annotated, other);
    assertThat(weaving.report().failures()).isEqualTo(1);
    assertThat(weaving.report().skipped().toString())
        .contains(polite.getName() + ": failed with java.lang.InternalError");
  }

  @Test
  void jvmThatHasEnded_isLeftToItself() {
    jvm.loaded.add(polite);
    jvm.end();

    assertThat(weaving.sweep(true)).isZero();
    assertThat(weaving.report().failures()).isZero();
  }

  @Test
  void jvmThatEndsMeanwhile_isNoFailure() {
    jvm.loaded.addAll(List.of(polite, other));
    jvm.endsWithTheNextChange = true;

    assertThat(weaving.sweep(true)).isZero();
    assertThat(weaving.report().failures()).isZero();
  }

  @Test
  void restore_givesBackWhatWasWovenAndOnlyThat() {
    jvm.loaded.addAll(List.of(polite, annotated));
    weaving.sweep(false);
    jvm.retransformed.clear();

    weaving.takeBack();

    assertThat(jvm.retransformed).containsExactly(polite);
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return new SubjectLoader().loadClass(Subjects.class.getName() + "$" + name);
  }
}
