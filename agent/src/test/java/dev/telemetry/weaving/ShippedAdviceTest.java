package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import dev.telemetry.instrumentation.executor.ExecutorModule;
import dev.telemetry.instrumentation.httpclient.HttpClientModule;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import dev.telemetry.instrumentation.measured.MeasuredModule;
import dev.telemetry.instrumentation.micrometer.MicrometerModule;
import dev.telemetry.instrumentation.scheduled.ScheduledModule;
import dev.telemetry.instrumentation.servlet.ServletModule;
import dev.telemetry.instrumentation.websocket.WebSocketModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Opcodes;

/** Every advice that ships, on every method that it is for. */
class ShippedAdviceTest {
  private static final ClassLoader LOADER = ShippedAdviceTest.class.getClassLoader();
  private static final String[] TAGGED = {
    "none()V",
    "one(Ljava/lang/String;)J",
    "boxed(J[ILjava/lang/Object;)I",
    "all(IJDFZBCS[ILjava/lang/Object;)D"
  };

  private final CallWeaving calls = new CallWeaving(LOADER);
  private final ByteBuddyWeaving byteBuddy = new ByteBuddyWeaving(LOADER);

  @AfterEach
  void empty() {
    Dispatcher.install(new Hook[0], failure -> {});
  }

  static Stream<Arguments> advicesAndMethods() {
    List<Arguments> all = new ArrayList<>();
    for (InstrumentationModule module :
        List.of(
            new ExecutorModule(),
            new HttpClientModule(),
            new JdbcModule(),
            new MicrometerModule(),
            new ScheduledModule(),
            new ServletModule(),
            new WebSocketModule())) {
      for (WeavePoint point : module.weavePoints(new NoCompanions())) {
        for (int variant = 0; variant < point.types().size(); variant++) {
          Target target = Target.variant(module.name(), point, variant);
          all.add(Arguments.of(advice(point, site(target)), target.method + target.descriptor));
        }
      }
    }
    for (String method : TAGGED) {
      all.add(Arguments.of(Shape.AROUND_BARE.calling(new Hook() {}).advice(), method));
      all.add(Arguments.of(measured(method, false), method));
      all.add(Arguments.of(measured(method, !method.endsWith("V")), method));
    }
    return all.stream();
  }

  @Test
  void methods_areForEveryAdvice() {
    assertThat(advicesAndMethods().map(arguments -> simpleName((String) arguments.get()[0])))
        .containsOnly(
            "HandOverAdvice$Around",
            "HandOverAdvice$AroundFirst",
            "HandOverAdvice$AroundSecond",
            "HandOverAdvice$AroundBare",
            "HandOverAdvice$Before",
            "HandOverAdvice$BeforeFirst",
            "HandOverAdvice$BeforeSecond",
            "HandOverAdvice$BeforeThird",
            "ServletAdvice",
            "FilterAdvice",
            "WebSocketAdvice$Around",
            "WebSocketAdvice$Before",
            "WebSocketAdvice$Handshake",
            "PlainAdvice",
            "FirstTaggedAdvice",
            "TaggedAdvice");
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  @ParameterizedTest
  @MethodSource("advicesAndMethods")
  void shippedAdvice_isWovenWithoutByteBuddyAndDoesTheSame(String advice, String method)
      throws Exception {
    for (boolean failing : new boolean[] {false, true}) {
      byte[] sample = SampleClass.with(method, failing);
      ClassOutline outline = ClassOutline.of(sample);
      AdviceWeaving.Plan plan = plan(outline, advice, method);
      byte[] woven = calls.weave(sample, outline, plan);
      byte[] model = byteBuddy.weave(sample, outline, plan);

      assertThat(woven).isNotNull();
      for (Boolean token : new Boolean[] {true, false, null}) {
        assertThat(told(woven, token)).isEqualTo(told(model, token)).hasSizeGreaterThan(1);
      }
    }
  }

  private static List<String> told(byte[] classFile, @Nullable Boolean token) throws Exception {
    Told hook = new Told(token);
    Dispatcher.install(new Hook[] {hook}, failure -> hook.told.add("failed: " + failure));
    hook.told.add(SampleClass.run(classFile));
    return hook.told;
  }

  private static AdviceWeaving.Plan plan(ClassOutline outline, String advice, String method) {
    return (name, descriptor) ->
        (name + descriptor).equals(method)
            ? List.of(new AdviceWeaving.Step(advice, declared(outline, method), 0))
            : Collections.emptyList();
  }

  private static ClassOutline.Method declared(ClassOutline outline, String method) {
    return outline.methods.stream()
        .filter(declared -> (declared.name + declared.descriptor).equals(method))
        .findFirst()
        .orElseThrow();
  }

  private static MethodSite site(Target target) {
    return new MethodSite("Sample", target.method, target.descriptor, Opcodes.ACC_PUBLIC);
  }

  private static String measured(String method, boolean tagged) {
    int parenthesis = method.indexOf('(');
    Map<String, Map<String, Object>> tag =
        Map.of("dev.telemetry.MeasuredTag", Map.of("value", "kind"));
    MethodSite site =
        new MethodSite(
                "Sample",
                method.substring(0, parenthesis),
                method.substring(parenthesis),
                Opcodes.ACC_PUBLIC)
            .annotated(
                Map.of("dev.telemetry.Measured", Map.of("value", "sample.call")),
                Map.of(),
                tagged ? List.of(tag) : List.of());
    return advice(new MeasuredModule().weavePoints(new NoCompanions()).get(0), site);
  }

  private static String advice(WeavePoint point, MethodSite site) {
    SiteAdvice advice = point.adviceFor(site);
    assertThat(advice).isNotNull();
    return advice.advice();
  }

  /** Points are looked at and never carried out by their own hooks. */
  private static final class NoCompanions implements InstrumentationContext {
    private final Bus bus = new Bus();

    @Override
    public Bus bus() {
      return bus;
    }

    @Override
    public <T> Companion<T> companion(Class<T> role, String companion, String... anchors) {
      return object -> null;
    }
  }

  /** Writes down what it is told; gives a token, or none, or throws where that is null. */
  private static final class Told extends Hook {
    final List<String> told = new ArrayList<>();
    private final @Nullable Boolean token;

    Told(@Nullable Boolean token) {
      this.token = token;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      told.add("enter " + text(self) + text(first) + text(second));
      return sound() ? "token" : null;
    }

    @Override
    public void exit(Object given, @Nullable Object result, @Nullable Throwable thrown) {
      told.add("exit " + given + text(result) + thrown);
    }

    @Override
    public long begin() {
      told.add("begin");
      return sound() ? 1L << 40 : 0;
    }

    @Override
    public void end(long start, @Nullable Throwable thrown) {
      told.add("end " + start + thrown);
    }

    private boolean sound() {
      if (token == null) {
        throw new IllegalStateException("the hook's own fault");
      }
      return token;
    }

    private static String text(@Nullable Object value) {
      return " " + Arrays.deepToString(new Object[] {value}).replaceAll("@[0-9a-f]+", "");
    }
  }
}
