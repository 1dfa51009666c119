package dev.telemetry.instrumentation.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.testing.Woven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MeasuredTest {
  @RegisterExtension static final Woven woven = new Woven(new MeasuredModule());

  @Test
  void staticMethod_isMeasured() {
    assertThat(Till.staticMethod()).isEqualTo("static");

    assertThat(woven.events().names()).containsExactly("till.static.start", "till.static.stop");
  }

  @Test
  void privateMethod_isMeasured() {
    assertThat(new Till().callPrivate()).isEqualTo(1);

    assertThat(woven.events().names()).containsExactly("till.private.start", "till.private.stop");
  }

  @Test
  void finalMethod_isMeasured() {
    assertThat(new Till().finalMethod()).isEqualTo(2L);

    assertThat(woven.events().endsOf("till.final")).hasSize(1);
  }

  @Test
  void recursiveMethod_isMeasuredAtEveryDepth() {
    assertThat(new Till().recursive(3)).isEqualTo(3);

    assertThat(woven.events().named("till.recursive.start")).hasSize(4);
    assertThat(woven.events().named("till.recursive.stop")).hasSize(4);
  }

  @Test
  void overloadedMethods_areMeasuredEach() {
    Till till = new Till();

    assertThat(till.overloaded(1)).isEqualTo("int 1");
    assertThat(till.overloaded(1.5)).isEqualTo("double 1.5");

    assertThat(woven.events().endsOf("till.overloaded")).hasSize(2);
  }

  @Test
  void defaultName_isTheLowerCasedSimpleClassNameAndTheMethod() {
    new Till.Receipt().print();

    assertThat(woven.events().names()).containsExactly("receipt.print.start", "receipt.print.stop");
  }

  @Test
  void namedType_givesItsMethodsNamesBelowItsOwn() {
    new Till.Drawer().open();

    assertThat(woven.events().names()).containsExactly("drawer.open.start", "drawer.open.stop");
  }

  @Test
  void taggedParameters_becomeMetadata() {
    new Till().manyTags(7, true, 2.5);

    assertThat(woven.events().named("till.tagged.stop").get(0).metadata())
        .containsEntry("first", 7L)
        .containsEntry("second", 2.5)
        .containsEntry("code.function.name", Till.class.getName() + ".manyTags");
  }

  @Test
  void callsWithinEachOther_keepTheirOwnTags() {
    for (int round = 0; round < 2; round++) {
      assertThatThrownBy(() -> new Till().deep(2 * 4, "no tag"))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(woven.events().named("till.deep.start"))
        .extracting(event -> event.metadata().get("depth"))
        .containsExactly(8, 7, 6, 5, 4, 3, 2, 1, 0, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    assertThat(woven.events().named("till.deep.exception"))
        .extracting(event -> event.metadata().get("depth"))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void functionName_isClassAndMethod() {
    Till.staticMethod();

    assertThat(woven.events().named("till.static.stop").get(0).metadata())
        .containsEntry("code.function.name", Till.class.getName() + ".staticMethod");
  }
}
