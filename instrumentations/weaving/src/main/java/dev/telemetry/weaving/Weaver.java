package dev.telemetry.weaving;

import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one transformer: cheap looks first, so that a class that is left alone costs microseconds.
 *
 * <p>Name and loader, then the constant pool, then what the class declares, then its super types;
 * only what passes all of them is woven.
 */
final class Weaver implements ClassFileTransformer {
  private final TargetIndex index;
  private final WeavableLoaders loaders;
  private final Hierarchy hierarchy = new Hierarchy();
  private final AdviceWeaving weaving;
  private final HookTable hooks;
  private final LibraryCheck library;
  private final WeavingReport report;
  private volatile boolean stopped;

  Weaver(TargetIndex index, WeavableLoaders loaders, Parts parts) {
    this.index = index;
    this.loaders = loaders;
    this.weaving = parts.weaving;
    this.hooks = parts.hooks;
    this.library = parts.library;
    this.report = parts.report;
  }

  /** The collaborators of a weaver. */
  static final class Parts {
    final AdviceWeaving weaving;
    final HookTable hooks;
    final LibraryCheck library;
    final WeavingReport report;

    Parts(AdviceWeaving weaving, HookTable hooks, LibraryCheck library, WeavingReport report) {
      this.weaving = weaving;
      this.hooks = hooks;
      this.library = library;
      this.report = report;
    }
  }

  @Override
  @SuppressWarnings("NullAway") // the JDK's contract: null leaves the class alone
  public byte[] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return name == null || stopped || !loaders.mayWeave(loader, name, index)
        ? null
        : transform(loaders.standIn(loader), name, redefined != null, classFile);
  }

  private byte @Nullable [] transform(
      ClassLoader loader, String name, boolean again, byte[] classFile) {
    long start = System.nanoTime();
    byte[] woven = null;
    try {
      woven = look(loader, name, classFile);
    } catch (Throwable failure) {
      report.failed(name.replace('/', '.'), failure);
    }
    if (woven == null && again) {
      report.unwoven(loader, name.replace('/', '.'));
    }
    report.looked(System.nanoTime() - start);
    return woven;
  }

  /** Leaves every class alone from now on. */
  void stop() {
    stopped = true;
  }

  private byte @Nullable [] look(ClassLoader loader, String name, byte[] classFile) {
    List<Target> candidates =
        index.isInJdk(name) ? index.inJdk(name) : index.candidates(name, classFile);
    if (candidates == null) {
      return null;
    }
    ClassOutline outline = ClassOutline.of(classFile);
    Map<ClassOutline.Method, List<Target>> matches = matches(loader, outline, candidates);
    return matches.isEmpty() ? null : weave(loader, outline, matches, classFile);
  }

  private Map<ClassOutline.Method, List<Target>> matches(
      ClassLoader loader, ClassOutline outline, List<Target> candidates) {
    Map<ClassOutline.Method, List<Target>> matches = new LinkedHashMap<>();
    for (Target target : candidates) {
      List<ClassOutline.Method> methods = Matching.methods(outline, target);
      if (!methods.isEmpty() && belongs(loader, outline, target)) {
        methods.forEach(
            method -> matches.computeIfAbsent(method, unseen -> new ArrayList<>()).add(target));
      }
    }
    return matches;
  }

  private boolean belongs(ClassLoader loader, ClassOutline outline, Target target) {
    if (target.type == null || target.point.isInJdk()) {
      return true;
    }
    return hierarchy.isSubtype(loader, outline, target.type) && library.fits(loader, target);
  }

  private byte @Nullable [] weave(
      ClassLoader loader,
      ClassOutline outline,
      Map<ClassOutline.Method, List<Target>> matches,
      byte[] classFile) {
    Plan plan = new Plan();
    matches.forEach((method, targets) -> plan(plan, outline, method, targets));
    if (plan.modules.isEmpty()) {
      return null;
    }
    byte[] woven = weaving.weave(classFile, outline, plan);
    report.woven(plan.modules, loader, outline.name.replace('/', '.'));
    return woven;
  }

  private void plan(
      Plan plan, ClassOutline outline, ClassOutline.Method method, List<Target> targets) {
    MethodSite site = method.site(outline);
    for (Target target : targets) {
      SiteAdvice advice = target.point.adviceFor(site);
      if (advice != null) {
        int hook = hooks.idOf(advice.hook());
        plan.add(new AdviceWeaving.Step(advice.advice(), method, hook), target.module);
      }
    }
  }

  /** What is to be done to one class. */
  private static final class Plan implements AdviceWeaving.Plan {
    final Map<String, List<AdviceWeaving.Step>> steps = new HashMap<>();
    final Set<String> modules = new LinkedHashSet<>();

    void add(AdviceWeaving.Step step, String module) {
      steps
          .computeIfAbsent(step.method.name + step.method.descriptor, unseen -> new ArrayList<>())
          .add(step);
      modules.add(module);
    }

    @Override
    public List<AdviceWeaving.Step> stepsFor(String name, String descriptor) {
      return steps.getOrDefault(name + descriptor, Collections.emptyList());
    }
  }
}
