package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.bus.Bus;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeavingTest {
  private final Instrumentation jvm = ByteBuddyAgent.install();
  private final Probe probe = new Probe();
  private final Weaving weaving =
      new Weaving(jvm, WeavingTest.class.getClassLoader(), new Bus(), List.of(probe));

  @BeforeEach
  void weave() {
    weaving.start();
  }

  @AfterEach
  void giveBack() {
    weaving.takeBack();
  }

  @Test
  void subtype_isWovenBeforeItsSuperTypeIsLoaded() throws Exception {
    subject("Polite").run();

    assertThat(probe.seen).containsExactly("enter call world", "exit call");
  }

  @Test
  void stranger_withTheSameMethodIsLeftAlone() throws Exception {
    subject("Stranger").run();

    assertThat(probe.seen).isEmpty();
  }

  @Test
  void exception_reachesTheCallerAndTheHook() throws Exception {
    Greeter polite = (Greeter) subject("Polite");

    assertThatThrownBy(() -> polite.greet("")).hasMessage("nobody");
    assertThat(probe.seen).containsExactly("enter call ", "exit call nobody");
  }

  @Test
  void annotatedMethods_areWovenWhateverTheirKind() throws Exception {
    subject("Annotated").run();

    assertThat(probe.seen)
        .containsExactly(
            "begin recursive",
            "begin recursive",
            "begin recursive",
            "end recursive 7",
            "end recursive 7",
            "end recursive 7",
            "begin fixed",
            "end fixed 7",
            "begin failing",
            "end failing 7 failed",
            "begin overloaded",
            "end overloaded 7",
            "begin overloaded",
            "end overloaded 7");
  }

  @Test
  void annotatedType_meansItsMethodsThatOthersCall() throws Exception {
    subject("WhollyMarked").run();

    assertThat(probe.seen)
        .containsExactly("begin run", "begin visible", "end visible 7", "end run 7");
  }

  @Test
  void failingHook_isReportedAndTheApplicationGoesOn() throws Exception {
    probe.throwing = true;

    subject("Polite").run();

    assertThat(weaving.report().failures()).isEqualTo(1);
    assertThat(weaving.report().skipped())
        .containsExactly(
            "a call out of woven code: failed with java.lang.IllegalStateException: probe");
  }

  @Test
  void sameFailure_isToldOnce() throws Exception {
    List<String> told = new ArrayList<>();
    weaving.report().onFailure((what, failure) -> told.add(what + ": " + failure.getMessage()));
    probe.throwing = true;

    subject("Polite").run();
    subject("Polite").run();

    assertThat(weaving.report().failures()).isEqualTo(2);
    assertThat(told).containsExactly("a call out of woven code: probe");
  }

  @Test
  void report_countsClassesByModule() throws Exception {
    subject("Polite").run();
    subject("Annotated").run();

    assertThat(weaving.report().wovenByModule()).containsEntry("probe", 2);
  }

  @Test
  void sweep_weavesWhatWasLoadedBefore() throws Exception {
    weaving.takeBack();
    Runnable polite = subject("Polite");
    Probe late = new Probe();
    Weaving attached =
        new Weaving(jvm, WeavingTest.class.getClassLoader(), new Bus(), List.of(late));
    attached.start();

    int woven = attached.sweep(true);
    polite.run();
    attached.takeBack();

    assertThat(woven).isPositive();
    assertThat(late.seen).containsExactly("enter call world", "exit call");
  }

  @Test
  void takeBack_restoresTheOriginalBytes() throws Exception {
    Runnable polite = subject("Polite");
    weaving.takeBack();

    byte[] now = new BytesOf(polite.getClass()).read(jvm);

    assertThat(now).isEqualTo(GivenClasses.classFile(polite.getClass()));
    polite.run();
    assertThat(probe.seen).isEmpty();
  }

  @Test
  void anotherAgentsRetransformation_weavesOnceAndNoMore() throws Exception {
    Runnable polite = subject("Polite");
    jvm.retransformClasses(polite.getClass());
    BytesOf other = new BytesOf(polite.getClass());
    byte[] woven = other.read(jvm);

    polite.run();

    assertThat(woven).isNotEqualTo(GivenClasses.classFile(polite.getClass()));
    assertThat(probe.seen).containsExactly("enter call world", "exit call");
    assertThat(weaving.report().wovenByModule()).containsEntry("probe", 1);
  }

  @Test
  void takeBack_afterAnotherAgentsRetransformationRestoresTheOriginalBytes() throws Exception {
    Runnable polite = subject("Polite");
    BytesOf other = new BytesOf(polite.getClass());
    other.read(jvm);
    weaving.takeBack();

    assertThat(other.read(jvm)).isEqualTo(GivenClasses.classFile(polite.getClass()));
  }

  @Test
  void takeBack_leavesNothingInTheReport() throws Exception {
    subject("Polite");

    weaving.takeBack();

    assertThat(weaving.report().wovenByModule()).containsEntry("probe", 0);
    assertThat(weaving.report().failures()).isZero();
  }

  @Test
  void takeBack_isForGood() throws Exception {
    weaving.takeBack();
    weaving.start();

    subject("Polite").run();

    assertThat(probe.seen).isEmpty();
  }

  @Test
  void callThatIsStillInside_endsQuietlyAfterTakeBack() throws Exception {
    Runnable held = subject("Held");
    Thread caller = new Thread(held, "held");
    caller.start();
    ((CountDownLatch) held.getClass().getField("entered").get(held)).await();
    weaving.takeBack();
    ((CountDownLatch) held.getClass().getField("leave").get(held)).countDown();
    caller.join();

    assertThat(probe.seen).containsExactly("begin held");
    assertThat(weaving.report().failures()).isZero();
  }

  private static Runnable subject(String name) throws Exception {
    return (Runnable)
        new SubjectLoader()
            .loadClass(Subjects.class.getName() + "$" + name)
            .getConstructor()
            .newInstance();
  }
}
