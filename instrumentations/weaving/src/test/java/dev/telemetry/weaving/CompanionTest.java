package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class CompanionTest {
  private static final String PACKAGE = "dev.telemetry.weaving.companion.";
  private static final String[] ANCHORS = {OrderLibrary.FIRST, OrderLibrary.SECOND};

  private final Instrumentation jvm = ByteBuddyAgent.install();
  private final OrderProbe probe = new OrderProbe();
  private final WeavingReport report = new WeavingReport();
  private final Weaving weaving =
      new Weaving(jvm, CompanionTest.class.getClassLoader(), new Bus(), List.of(probe));
  private final CompanionPerLoader<OrderAccess> access = companion("FirstOrderAccess");

  @AfterEach
  void giveBack() {
    weaving.takeBack();
  }

  @Test
  void companion_servesTheVariantItWasWrittenFor() throws Exception {
    Object parcel = OrderLibrary.parcel(OrderLibrary.first(), OrderLibrary.FIRST);

    assertThat(numberOf(parcel)).isEqualTo("no. 42");
  }

  @Test
  void companion_servesTheOtherVariant() throws Exception {
    Object parcel = OrderLibrary.parcel(OrderLibrary.second(), OrderLibrary.SECOND);

    assertThat(numberOf(parcel)).isEqualTo("no. 42");
  }

  @Test
  void companion_isOnePerLoader() throws Exception {
    ClassLoader loader = OrderLibrary.first();
    Object parcel = OrderLibrary.parcel(loader, OrderLibrary.FIRST);
    OrderAccess own = access.of(parcel);

    assertThat(access.of(OrderLibrary.parcel(loader, OrderLibrary.FIRST))).isSameAs(own);
    assertThat(access.of(OrderLibrary.parcel(OrderLibrary.first(), OrderLibrary.FIRST)))
        .isNotSameAs(own);
  }

  @Test
  void companion_isOneForAllClassesBelowTheLibrary() throws Exception {
    GivenClasses library = OrderLibrary.first();
    Object parcel = OrderLibrary.parcel(library, OrderLibrary.FIRST);
    GivenClasses child =
        new GivenClasses(library)
            .with(
                "library.third.Parcel",
                Renaming.between("library.first.Parcel", "library.third.Parcel")
                    .bytes(GivenClasses.classFile("library.first.Parcel")))
            .with("library.third.Order", childOrder());

    Object other = child.loadClass("library.third.Parcel").getConstructor().newInstance();

    assertThat(access.of(other)).isSameAs(access.of(parcel));
  }

  @Test
  void strangers_haveNone() {
    assertThat(access.of("text")).isNull();
    assertThat(access.of(new Object())).isNull();
  }

  @Test
  void companionThatCannotBeMade_isReportedOnce() throws Exception {
    CompanionPerLoader<OrderAccess> broken = companion("BrokenOrderAccess");
    Object parcel = OrderLibrary.parcel(OrderLibrary.first(), OrderLibrary.FIRST);

    assertThat(broken.of(parcel)).isNull();
    assertThat(broken.of(parcel)).isNull();

    assertThat(report.failures()).isEqualTo(1);
  }

  @Test
  void missingCompanion_isReported() throws Exception {
    CompanionPerLoader<OrderAccess> missing = companion("NoSuchAccess");
    Object parcel = OrderLibrary.parcel(OrderLibrary.first(), OrderLibrary.FIRST);

    assertThat(missing.of(parcel)).isNull();

    assertThat(report.skipped().toString()).contains(PACKAGE + "NoSuchAccess");
  }

  @Test
  void companionOfAnotherRole_isReported() throws Exception {
    CompanionPerLoader<Greeter> wrong =
        new CompanionPerLoader<>(Greeter.class, PACKAGE + "FirstOrderAccess", ANCHORS, report);
    Object parcel = OrderLibrary.parcel(OrderLibrary.first(), OrderLibrary.FIRST);

    assertThat(wrong.of(parcel)).isNull();

    assertThat(report.failures()).isEqualTo(1);
  }

  @Test
  void loader_sharesTheRoleAndKeepsItsOwnCompanions() throws Exception {
    CompanionLoader loader =
        new CompanionLoader(
            OrderLibrary.first(),
            CompanionTest.class.getClassLoader(),
            PACKAGE,
            Renaming.between(OrderLibrary.FIRST, OrderLibrary.FIRST));

    assertThat(loader.loadClass(OrderAccess.class.getName())).isSameAs(OrderAccess.class);
    assertThat(loader.loadClass(PACKAGE + "Numbers").getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(PACKAGE + "Numbers"))
        .isSameAs(loader.loadClass(PACKAGE + "Numbers"));
  }

  @Test
  void applicationThatWasWovenAndMeasured_canBeUnloaded() throws Exception {
    weaving.start();
    WeakReference<ClassLoader> first = measured(OrderLibrary.first(), OrderLibrary.FIRST);
    WeakReference<ClassLoader> second = measured(OrderLibrary.second(), OrderLibrary.SECOND);
    assertThat(probe.seen).containsExactly("no. 42", "no. 42");
    assertThat(weaving.report().wovenByModule()).containsEntry("orders", 2);

    Collected.until(() -> first.get() == null && second.get() == null);
  }

  private String numberOf(Object parcel) {
    return Objects.requireNonNull(access.of(parcel)).numberOf(parcel);
  }

  private static WeakReference<ClassLoader> measured(ClassLoader loader, String type)
      throws Exception {
    OrderLibrary.parcel(loader, type).run();
    return new WeakReference<>(loader);
  }

  /** {@code library.third.Order}, a child's own type below the library's. */
  private static byte[] childOrder() {
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    String[] interfaces = {"library/first/Order"};
    writer.visit(52, access, "library/third/Order", null, "java/lang/Object", interfaces);
    return writer.toByteArray();
  }

  private CompanionPerLoader<OrderAccess> companion(String name) {
    return new CompanionPerLoader<>(OrderAccess.class, PACKAGE + name, ANCHORS, report);
  }
}
