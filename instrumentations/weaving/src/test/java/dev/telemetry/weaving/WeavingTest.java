package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.bus.Bus;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
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

    byte[] now = bytesOf(polite.getClass());

    assertThat(now).isEqualTo(classFile(polite.getClass().getName()));
    polite.run();
    assertThat(probe.seen).isEmpty();
  }

  private byte[] bytesOf(Class<?> type) throws Exception {
    byte[][] seen = new byte[1][];
    ClassFileTransformer reader =
        new ClassFileTransformer() {
          @Override
          public byte @Nullable [] transform(
              ClassLoader loader,
              String name,
              Class<?> redefined,
              ProtectionDomain domain,
              byte[] classFile) {
            if (redefined == type) {
              seen[0] = classFile;
            }
            return null;
          }
        };
    jvm.addTransformer(reader, true);
    jvm.retransformClasses(type);
    jvm.removeTransformer(reader);
    return seen[0];
  }

  private static Runnable subject(String name) throws Exception {
    return (Runnable)
        new SubjectLoader()
            .loadClass(Subjects.class.getName() + "$" + name)
            .getConstructor()
            .newInstance();
  }

  private static byte[] classFile(String name) throws IOException {
    try (InputStream in =
        WeavingTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  /** Loads subjects anew, all else from the test's loader. */
  private static final class SubjectLoader extends ClassLoader {
    SubjectLoader() {
      super(WeavingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Subjects.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try {
        byte[] bytes = classFile(name);
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
