package dev.telemetry.weaving;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.HookId;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** An instrumentation that notes what it sees. */
final class Probe implements InstrumentationModule {
  final List<String> seen = new CopyOnWriteArrayList<>();
  boolean throwing;

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    SiteAdvice calls = new SiteAdvice(CallAdvice.class.getName(), new Notes("call"));
    return List.of(
        WeavePoint.subtypesOf(Greeter.class.getName(), "greet(Ljava/lang/String;)V", calls),
        WeavePoint.annotated(
            Marked.class.getName(),
            site -> new SiteAdvice(TimeAdvice.class.getName(), new Notes(site.method()))));
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
    private final String name;

    Notes(String name) {
      this.name = name;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      seen.add("enter " + name + " " + first);
      if (throwing) {
        throw new IllegalStateException("probe");
      }
      return name;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      seen.add("exit " + name + (thrown == null ? "" : " " + thrown.getMessage()));
    }

    @Override
    public long begin() {
      seen.add("begin " + name);
      return 7;
    }

    @Override
    public void end(long start, @Nullable Throwable thrown) {
      seen.add("end " + name + " " + start + (thrown == null ? "" : " " + thrown.getMessage()));
    }
  }

  /** Hands the first argument over. */
  public static final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object onEnter(
        @HookId int hook, @Advice.This Object self, @Advice.Argument(0) Object first) {
      return Dispatcher.enter(hook, self, first, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void onExit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Thrown @Nullable Throwable thrown) {
      Dispatcher.exit(hook, token, null, thrown);
    }
  }

  /** Keeps a number from entry to exit. */
  public static final class TimeAdvice {
    private TimeAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static long onEnter(@HookId int hook) {
      return Dispatcher.begin(hook);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void onExit(
        @HookId int hook, @Advice.Enter long start, @Advice.Thrown @Nullable Throwable thrown) {
      Dispatcher.end(hook, start, thrown);
    }
  }
}
