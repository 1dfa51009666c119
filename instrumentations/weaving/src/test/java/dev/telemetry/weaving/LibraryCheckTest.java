package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import library.first.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class LibraryCheckTest {
  private final FakeJvm jvm = new FakeJvm();

  @Test
  void libraryWithEverything_isWovenInBothVariants() throws Exception {
    Weaving weaving = weaving(new OrderProbe());

    assertThat(shown(OrderLibrary.first(), "library.first.Parcel")).isNotNull();
    assertThat(shown(OrderLibrary.second(), "library.second.Parcel")).isNotNull();
    assertThat(weaving.report().wovenByModule()).containsEntry("orders", 2);
    assertThat(weaving.report().skipped()).isEmpty();
  }

  @Test
  void libraryThatLacksAMethod_isLeftAloneWithTheReason() throws Exception {
    Weaving weaving = weaving(new OrderProbe());

    assertThat(shown(OrderLibrary.without("number"), "library.first.Parcel")).isNull();
    assertThat(weaving.report().failures()).isZero();
    assertThat(weaving.report().skipped())
        .containsExactly(
            "orders: the library at hand has no library.first.Order.number()Ljava/lang/String;");
  }

  @Test
  void loaderThatShowsNoClassFiles_isGivenTheBenefitOfTheDoubt() throws Exception {
    Weaving weaving = weaving(new OrderProbe());
    byte[] parcel = OrderLibrary.first().given("library.first.Parcel");

    assertThat(jvm.transform(new GivenClasses(null), "library/first/Parcel", null, parcel))
        .isNotNull();
    assertThat(weaving.report().skipped()).isEmpty();
  }

  @Test
  void methodThatNoCompanionCalls_mayBeMissing() throws Exception {
    weaving(new OrderProbe());

    assertThat(shown(OrderLibrary.without("ship"), "library.first.Parcel")).isNotNull();
  }

  @Test
  void moduleThatDoesNotFit_keepsNoOtherOut() throws Exception {
    Weaving weaving = weaving(new OrderProbe(), new Numberless());

    assertThat(shown(OrderLibrary.without("number"), "library.first.Parcel")).isNotNull();
    assertThat(weaving.report().wovenByModule())
        .containsEntry("orders", 0)
        .containsEntry("numberless", 1);
  }

  @Test
  void companionThatDoesNotFit_keepsOutThoseAloneWhoUseIt() throws Exception {
    Weaving weaving = weaving(new HalfNumberless());

    assertThat(shown(OrderLibrary.without("number"), "library.first.Parcel")).isNotNull();
    assertThat(weaving.report().skipped())
        .containsExactly(
            "half: the library at hand has no library.first.Order.number()Ljava/lang/String;");
  }

  @Test
  void verdict_isThatOfEachLoader() throws Exception {
    Weaving weaving = weaving(new OrderProbe());

    assertThat(shown(OrderLibrary.without("number"), "library.first.Parcel")).isNull();
    assertThat(shown(OrderLibrary.first(), "library.first.Parcel")).isNotNull();
    assertThat(weaving.report().wovenByModule()).containsEntry("orders", 1);
  }

  @Test
  void methodOfASuperType_countsWhereverItIsDeclared() {
    LibraryReferences references =
        new LibraryReferences(
            LibraryCheckTest.class.getClassLoader(),
            "dev.telemetry.weaving.companion.",
            Renaming.between(OrderLibrary.FIRST, OrderLibrary.FIRST));
    GivenClasses inherited =
        new GivenClasses(null)
            .with(OrderLibrary.FIRST, type("library/first/Order", "library/first/Egg"))
            .with("library.first.Egg", type("library/first/Egg", "library/first/Order"));

    assertThat(references.firstMissing("dev.telemetry.weaving.companion.Numbers", inherited))
        .isEqualTo("library.first.Order.number()Ljava/lang/String;");
    inherited.with("library.first.Egg", GivenClasses.classFile(Order.class));
    assertThat(references.firstMissing("dev.telemetry.weaving.companion.Numbers", inherited))
        .isNull();
  }

  private Weaving weaving(InstrumentationModule... modules) {
    Weaving weaving =
        new Weaving(
            jvm.instrumentation(),
            LibraryCheckTest.class.getClassLoader(),
            new Bus(),
            List.of(modules));
    weaving.start();
    return weaving;
  }

  private byte @Nullable [] shown(GivenClasses loader, String name) throws Exception {
    return jvm.transform(loader, name.replace('.', '/'), null, loader.given(name));
  }

  private static byte[] type(String name, String parent) {
    ClassWriter writer = new ClassWriter(0);
    String[] interfaces = {parent};
    writer.visit(Opcodes.V1_8, Opcodes.ACC_INTERFACE, name, null, "java/lang/Object", interfaces);
    return writer.toByteArray();
  }

  /** Weaves the same method and needs nothing of the library. */
  private static final class Numberless implements InstrumentationModule {
    @Override
    public String name() {
      return "numberless";
    }

    @Override
    public List<WeavePoint> weavePoints(InstrumentationContext context) {
      return List.of(
          WeavePoint.subtypesOf(
              OrderLibrary.FIRST,
              "ship(Llibrary/first/Order;)V",
              new SiteAdvice(Probe.CallAdvice.class.getName(), new Hook() {})));
    }

    @Override
    public List<EventDefinition> events() {
      return List.of();
    }

    @Override
    public List<MetricDefinition> metrics() {
      return List.of();
    }
  }

  /** Weaves two methods; the hook of one needs a number. */
  private static final class HalfNumberless implements InstrumentationModule {
    private static final SiteAdvice ADVICE =
        new SiteAdvice(Probe.CallAdvice.class.getName(), new Hook() {});

    @Override
    public String name() {
      return "half";
    }

    @Override
    public List<WeavePoint> weavePoints(InstrumentationContext context) {
      return List.of(
          WeavePoint.subtypesOf(OrderLibrary.FIRST, "number()Ljava/lang/String;", ADVICE)
              .using(companion(context, "FirstOrderAccess")),
          WeavePoint.subtypesOf(OrderLibrary.FIRST, "ship(Llibrary/first/Order;)V", ADVICE)
              .using(companion(context, "ShippingAccess")));
    }

    private static Companion<OrderAccess> companion(InstrumentationContext context, String name) {
      String companion = LibraryCheckTest.class.getPackageName() + ".companion." + name;
      return context.companion(OrderAccess.class, companion, OrderLibrary.FIRST);
    }

    @Override
    public List<EventDefinition> events() {
      return List.of();
    }

    @Override
    public List<MetricDefinition> metrics() {
      return List.of();
    }
  }
}
