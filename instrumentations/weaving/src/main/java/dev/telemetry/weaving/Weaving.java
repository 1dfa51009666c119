package dev.telemetry.weaving;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.WeavePoint;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Weaves instrumentations into the classes of this JVM and takes them back. Thread-safe.
 *
 * <p>{@link #start()} first, {@link #warmUp()} soon after it, {@link #sweep(boolean)} once or more
 * afterwards, {@link #takeBack()} last; {@link #configure} whenever there are settings.
 */
public final class Weaving {
  private final Instrumentation jvm;
  private final WeavingReport report = new WeavingReport();
  private final HookTable hooks = new HookTable(report);
  private final TargetIndex index;
  private final AdviceWeaving advice;
  private final Weaver weaver;
  private final Sweep sweep;
  private final List<InstrumentationModule> modules;
  private boolean started;

  /**
   * Prepares weaving; changes nothing yet.
   *
   * @param agentLoader has the advice and companions as resources
   * @param bus where instrumentations emit
   */
  public Weaving(
      Instrumentation jvm,
      ClassLoader agentLoader,
      Bus bus,
      List<? extends InstrumentationModule> modules) {
    this.jvm = jvm;
    this.modules = new ArrayList<>(modules);
    LibraryCheck library = new LibraryCheck(agentLoader, report);
    List<Target> targets = new ArrayList<>();
    for (InstrumentationModule module : modules) {
      report.module(module.name());
      addTargets(module, new Context(bus, module.name(), library), targets);
    }
    index = new TargetIndex(targets);
    advice = new AdviceWeaving(agentLoader);
    WeavableLoaders loaders = new WeavableLoaders(agentLoader);
    weaver = new Weaver(index, loaders, new Weaver.Parts(advice, hooks, library, report));
    sweep = new Sweep(jvm, index, loaders, report);
  }

  /** A module that this JVM can't carry (no {@code java.sql} in the image) harms no other. */
  private void addTargets(InstrumentationModule module, Context context, List<Target> targets) {
    try {
      targets.addAll(targetsOf(module, context));
    } catch (LinkageError | RuntimeException failure) {
      report.failed(module.name(), failure);
    }
  }

  private static List<Target> targetsOf(InstrumentationModule module, Context context) {
    List<Target> targets = new ArrayList<>();
    for (WeavePoint point : module.weavePoints(context)) {
      if (point.annotation() != null) {
        targets.add(Target.annotated(module.name(), point));
      }
      if (point.classNames() != null) {
        targets.add(Target.named(module.name(), point));
      }
      for (int variant = 0; variant < point.types().size(); variant++) {
        targets.add(Target.variant(module.name(), point, variant));
      }
    }
    return targets;
  }

  /** Weaves every class that is loaded from now on. */
  public synchronized void start() {
    jvm.addTransformer(weaver, true);
    started = true;
  }

  /**
   * Gives every instrumentation its settings, before the start or at any time behind it; then
   * classes are woven anew where that changes them, and given back where nothing means them any
   * more. What is measured at that moment is measured to its end; a class that is being loaded at
   * that moment is found by the next {@link #sweep}.
   *
   * @param settings by the instrumentation's name; one that is not there has none
   */
  public synchronized void configure(Map<String, InstrumentationSettings> settings) {
    for (InstrumentationModule module : modules) {
      configure(module, settings.getOrDefault(module.name(), InstrumentationSettings.none()));
    }
  }

  private void configure(InstrumentationModule module, InstrumentationSettings settings) {
    try {
      Predicate<String> changed = module.configure(settings);
      if (changed != null && started) {
        sweep.again(changed);
      }
    } catch (LinkageError | RuntimeException failure) {
      report.failed(module.name(), failure);
    }
  }

  /**
   * Carries every advice out once, on small classes that are never defined, so that what weaving
   * itself needs is loaded by the calling thread and not by the application's first request. May
   * run beside all else; changes nothing and waits for nobody.
   */
  public void warmUp() {
    new WarmUp(advice, report).run(index.targets());
  }

  /**
   * Weaves what an AOT cache has brought along before the agent began, so that the application's
   * first call is measured too. Costs next to nothing where only the JDK's classes are loaded.
   *
   * @return whether there was such a class
   */
  public boolean sweepLinked() {
    boolean any = sweep.anyOfApplication();
    if (any) {
      sweep.run(true);
    }
    return any;
  }

  /**
   * Weaves classes that were loaded before they could be: those out of an AOT cache, those loaded
   * while another was being woven.
   *
   * @param searchAnnotations whether annotations are looked for too, which reads the class files
   * @return how many classes were woven now
   */
  public int sweep(boolean searchAnnotations) {
    return sweep.run(searchAnnotations);
  }

  /** Gives every woven class its original bytes back, for good; hooks are no longer called. */
  public synchronized void takeBack() {
    started = false;
    weaver.stop();
    hooks.clear();
    jvm.removeTransformer(weaver);
    sweep.restore();
  }

  /** Returns what was woven and what was not. */
  public WeavingReport report() {
    return report;
  }

  private final class Context implements InstrumentationContext {
    private final Bus bus;
    private final String module;
    private final LibraryCheck library;

    Context(Bus bus, String module, LibraryCheck library) {
      this.bus = bus;
      this.module = module;
      this.library = library;
    }

    @Override
    public Bus bus() {
      return bus;
    }

    @Override
    public <T> Companion<T> companion(Class<T> role, String companion, String... anchors) {
      CompanionPerLoader<T> made = new CompanionPerLoader<>(role, companion, anchors, report);
      library.add(module, made);
      return made;
    }
  }
}
