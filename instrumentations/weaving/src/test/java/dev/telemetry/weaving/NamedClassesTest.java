package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Points that mean classes by name, which settings change while they are loaded. */
class NamedClassesTest {
  private static final String GREETING = NamedClassesTest.class.getName() + "$Greeting";

  private final Settable settable = new Settable();
  private final Weaving weaving =
      new Weaving(
          ByteBuddyAgent.install(),
          NamedClassesTest.class.getClassLoader(),
          new Bus(),
          List.of(settable));

  @AfterEach
  void giveBack() {
    weaving.takeBack();
  }

  @Test
  void classLoadedLater_isWoven() throws Exception {
    weaving.configure(meaning("Greeting"));
    weaving.start();

    greeting().run();

    assertThat(settable.seen).containsExactly("run", "own", "fixed");
  }

  @Test
  void loadedClass_isWovenWhenItIsMeant() throws Exception {
    weaving.start();
    Runnable greeting = greeting();
    greeting.run();
    assertThat(settable.seen).isEmpty();

    weaving.configure(meaning("Greeting"));
    greeting.run();

    assertThat(settable.seen).containsExactly("run", "own", "fixed");
    // the classes of other tests' loaders may be there still
    assertThat(weaving.report().wovenByModule().get("settable")).isPositive();
  }

  @Test
  void loadedClass_isGivenBackWhenItIsMeantNoMore() throws Exception {
    weaving.configure(meaning("Greeting"));
    weaving.start();
    Runnable greeting = greeting();

    weaving.configure(Map.of());
    greeting.run();

    assertThat(settable.seen).isEmpty();
    assertThat(weaving.report().wovenByModule()).containsEntry("settable", 0);
  }

  @Test
  void classMeantByAnotherPointToo_keepsThat() throws Exception {
    Probe probe = new Probe();
    Weaving both =
        new Weaving(
            ByteBuddyAgent.install(),
            NamedClassesTest.class.getClassLoader(),
            new Bus(),
            List.of(settable, probe));
    both.configure(meaning("Greeting"));
    both.start();
    Runnable greeting = greeting();

    both.configure(Map.of());
    greeting.run();
    Map<String, Integer> woven = both.report().wovenByModule();
    both.takeBack();

    assertThat(settable.seen).isEmpty();
    assertThat(probe.seen).containsExactly("begin own", "end own 7");
    assertThat(woven).containsEntry("settable", 0);
    assertThat(woven.get("probe")).isPositive();
  }

  @Test
  void sweep_findsWhatWasMissed() throws Exception {
    Runnable greeting = greeting();
    weaving.configure(meaning("Greeting"));
    weaving.start();

    assertThat(weaving.sweep(false)).isPositive();
    greeting.run();

    assertThat(settable.seen).containsExactly("run", "own", "fixed");
  }

  @Test
  void changesUnderCalls_loseNoCallAndEndWhereTheyBegan() throws Exception {
    weaving.start();
    Runnable greeting = greeting();

    for (int round = 0; round < 20; round++) {
      weaving.configure(round % 2 == 0 ? meaning("Greeting") : Map.of());
      greeting.run();
    }

    assertThat(settable.seen).hasSize(30);
    assertThat(weaving.report().failures()).isZero();
  }

  private static Map<String, InstrumentationSettings> meaning(String simpleName) {
    return Map.of("settable", InstrumentationSettings.none().with("class", simpleName));
  }

  private static Runnable greeting() throws Exception {
    ClassLoader loader =
        new ClassLoader(NamedClassesTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(GREETING) && findLoadedClass(name) == null
                ? define()
                : super.loadClass(name, resolve);
          }

          private Class<?> define() throws ClassNotFoundException {
            try (InputStream in =
                NamedClassesTest.class.getResourceAsStream("NamedClassesTest$Greeting.class")) {
              byte[] bytes = in.readAllBytes();
              return defineClass(GREETING, bytes, 0, bytes.length);
            } catch (IOException failure) {
              throw new ClassNotFoundException(GREETING, failure);
            }
          }
        };
    return (Runnable) loader.loadClass(GREETING).getConstructor().newInstance();
  }

  /** Is meant, with a constructor that must not be. */
  public static class Greeting implements Runnable {
    private final List<String> words = List.of("hello");

    @Override
    public void run() {
      own(words);
    }

    @Marked
    private void own(List<String> all) {
      all.forEach(word -> fixed());
    }

    static final void fixed() {}
  }

  /** Weaves the class whose simple name the settings tell. */
  private static final class Settable implements InstrumentationModule {
    final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile String meant = "";

    @Override
    public String name() {
      return "settable";
    }

    @Override
    public @Nullable Predicate<String> configure(InstrumentationSettings settings) {
      meant = settings.text("class", "");
      return name -> name.equals(GREETING);
    }

    @Override
    public List<WeavePoint> weavePoints(InstrumentationContext context) {
      return List.of(
          WeavePoint.named(
              name -> !meant.isEmpty() && name.endsWith("$" + meant),
              site -> new SiteAdvice(Probe.TimeAdvice.class.getName(), new Notes(site.method()))));
    }

    @Override
    public List<EventDefinition> events() {
      return List.of();
    }

    @Override
    public List<MetricDefinition> metrics() {
      return List.of();
    }

    private final class Notes extends Hook {
      private final String method;

      Notes(String method) {
        this.method = method;
      }

      @Override
      public long begin() {
        seen.add(method);
        return 7;
      }
    }
  }
}
