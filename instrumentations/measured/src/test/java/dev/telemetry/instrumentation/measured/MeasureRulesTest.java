package dev.telemetry.instrumentation.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Methods that settings name, of a class that is loaded all the while. */
class MeasureRulesTest {
  @RegisterExtension static final Woven woven = new Woven(new MeasuredModule());

  @AfterEach
  void forget() {
    configure();
  }

  @Test
  void method_isMeasuredAsIfAnnotated() {
    configure(rule("*Ledger", "add"));

    assertThat(new Ledger().add("rent", 3)).isEqualTo(4);

    assertThat(woven.events().names()).containsExactly("ledger.add.start", "ledger.add.stop");
    assertThat(woven.events().named("ledger.add.stop").get(0).metadata())
        .containsEntry("code.function.name", Ledger.class.getName() + ".add");
  }

  @Test
  void exception_isTheEndAndReachesTheCaller() {
    configure(rule("*Ledger", "add"));

    assertThatThrownBy(() -> new Ledger().add("rent", -1)).hasMessage("rent");

    assertThat(woven.events().names()).containsExactly("ledger.add.start", "ledger.add.exception");
  }

  @Test
  void wildcard_meansAllButPrivateMethodsAndConstructors() {
    configure(rule("*Ledger", "*"));

    new Ledger().add("rent", 3);
    new Ledger().lambda().run();

    assertThat(woven.events().names())
        .containsExactly(
            "ledger.add.start", "ledger.add.stop", "ledger.lambda.start", "ledger.lambda.stop");
  }

  @Test
  void privateMethods_areMeantWhenAskedFor() {
    configure(rule("*Ledger", "*").with("private", "true"));

    new Ledger().add("rent", 3);

    assertThat(woven.events().endsOf("ledger.book")).hasSize(1);
  }

  @Test
  void privateMethod_isMeantByItsName() {
    configure(rule("*Ledger", "book"));

    new Ledger().add("rent", 3);

    assertThat(woven.events().names()).containsExactly("ledger.book.start", "ledger.book.stop");
  }

  @Test
  void staticFinalMethod_isMeasuredAtEveryDepth() {
    configure(rule("*Ledger", "s*m"));

    assertThat(Ledger.sum(1, 2, 3)).isEqualTo(6);

    assertThat(woven.events().endsOf("ledger.sum")).hasSize(4);
  }

  @Test
  void annotatedMethod_isMeasuredOnceByItsAnnotation() {
    configure(rule("*Ledger", "*").with("event", "other.{method}"));

    new Ledger().close();

    assertThat(woven.events().names()).containsExactly("ledger.close.start", "ledger.close.stop");
  }

  @Test
  void event_isMadeOfClassAndMethod() {
    configure(rule("*Ledger", "add").with("event", "books.{class}.{method}d"));

    new Ledger().add("EUR");

    assertThat(woven.events().names())
        .containsExactly("books.ledger.addd.start", "books.ledger.addd.stop");
  }

  @Test
  void tags_areArgumentsAndAnnotatedParameters() {
    configure(rule("*Ledger", "add").with("tags", tag("account", 0, "amount", 1)));

    new Ledger().add("rent", 3);
    new Ledger().add("EUR");

    assertThat(woven.events().endsOf("ledger.add"))
        .extracting(RecordedEvent::metadata)
        .satisfiesExactly(
            two -> assertThat(two).containsEntry("account", "rent").containsEntry("amount", 3),
            one ->
                assertThat(one)
                    .containsEntry("account", "EUR")
                    .containsEntry("currency", "EUR")
                    .doesNotContainKey("amount"));
  }

  @Test
  void firstRule_holds() {
    configure(
        rule("*Ledger", "add").with("event", "first"), rule("*Led*", "*").with("event", "second"));

    new Ledger().add("EUR");

    assertThat(woven.events().names()).containsExactly("first.start", "first.stop");
  }

  @Test
  void changedRule_isTakenAtOnce() {
    configure(rule("*Ledger", "add"));
    new Ledger().add("EUR");
    configure(rule("*Ledger", "add").with("event", "changed"));
    new Ledger().add("EUR");
    configure();
    new Ledger().add("EUR");

    assertThat(woven.events().names())
        .containsExactly("ledger.add.start", "ledger.add.stop", "changed.start", "changed.stop");
    assertThat(woven.report().failures()).isZero();
  }

  @Test
  void changedRules_meanOnlyTheClassesThatTheyTreatOtherwise() {
    MeasuredModule module = new MeasuredModule();
    module.configure(settings(rule("a.A", "x"), rule("a.B", "x")));

    assertThat(module.configure(settings(rule("a.A", "x"), rule("a.B", "y"), rule("a.C*", "z"))))
        .accepts("a.B", "a.C", "a.C1")
        .rejects("a.A", "a.D");
  }

  @Test
  void generatedProxies_areMeantWhenWrittenOutOnly() {
    assertThat(changedBy(rule("a.*", "x")))
        .accepts("a.Orders", "a.Orders$Line")
        .rejects("a.Orders$$SpringCGLIB$$0", "a.Orders$HibernateProxy$aB3");
    assertThat(changedBy(rule("a.*$$*", "x"))).accepts("a.Orders$$SpringCGLIB$$0");
  }

  private static Predicate<String> changedBy(InstrumentationSettings rule) {
    return new MeasuredModule().configure(settings(rule));
  }

  private static void configure(InstrumentationSettings... rules) {
    woven.weaving().configure(Map.of("measured", settings(rules)));
  }

  private static InstrumentationSettings settings(InstrumentationSettings... rules) {
    Map<String, InstrumentationSettings> inOrder = new LinkedHashMap<>();
    for (InstrumentationSettings rule : rules) {
      inOrder.put(String.valueOf(inOrder.size()), rule);
    }
    return InstrumentationSettings.none().with("rules", inOrder);
  }

  private static InstrumentationSettings rule(String simpleClass, String method) {
    String name = MeasureRulesTest.class.getPackageName() + "." + simpleClass;
    return InstrumentationSettings.none()
        .with("class", simpleClass.contains(".") ? simpleClass : name)
        .with("method", method);
  }

  private static Map<String, InstrumentationSettings> tag(
      String first, int position, String second, int other) {
    return Map.of(first, argument(position), second, argument(other));
  }

  private static InstrumentationSettings argument(int position) {
    return InstrumentationSettings.none().with("argument", String.valueOf(position));
  }
}
