package dev.telemetry.weaving;

import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import net.bytebuddy.description.type.TypeDescription;
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

  Weaver(TargetIndex index, Parts parts) {
    this.index = index;
    this.loaders = parts.loaders;
    this.weaving = parts.weaving;
    this.hooks = parts.hooks;
    this.library = parts.library;
    this.report = parts.report;
  }

  /** The collaborators of a weaver. */
  static final class Parts {
    final WeavableLoaders loaders;
    final AdviceWeaving weaving;
    final HookTable hooks;
    final LibraryCheck library;
    final WeavingReport report;

    Parts(ClassLoader agentLoader, HookTable hooks, LibraryCheck library, WeavingReport report) {
      this.loaders = new WeavableLoaders(agentLoader);
      this.weaving = new AdviceWeaving(agentLoader);
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
    if (loader == null || name == null || !loaders.mayWeave(loader, name)) {
      return null;
    }
    long start = System.nanoTime();
    try {
      byte[] woven = look(loader, name, classFile);
      return woven == null ? leftAlone(loader, redefined) : woven;
    } catch (Throwable failure) {
      report.failed(name.replace('/', '.'), failure);
      return leftAlone(loader, redefined);
    } finally {
      report.looked(System.nanoTime() - start);
    }
  }

  private byte @Nullable [] leftAlone(ClassLoader loader, @Nullable Class<?> redefined) {
    if (redefined != null) {
      report.restored(loader, redefined.getName());
    }
    return null;
  }

  private byte @Nullable [] look(ClassLoader loader, String name, byte[] classFile) {
    List<Target> candidates = index.candidates(name, classFile);
    if (candidates == null) {
      return null;
    }
    ClassOutline outline = ClassOutline.of(classFile);
    Map<ClassOutline.Method, List<Target>> matches = matches(loader, outline, candidates);
    return matches.isEmpty() ? null : weave(loader, outline, matches, classFile);
  }

  private Map<ClassOutline.Method, List<Target>> matches(
      ClassLoader loader, ClassOutline outline, List<Target> candidates) {
    Map<ClassOutline.Method, List<Target>> matches = new HashMap<>();
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
    if (target.type == null) {
      return true;
    }
    return hierarchy.isSubtype(loader, outline, target.type) && library.fits(loader, target);
  }

  private byte @Nullable [] weave(
      ClassLoader loader,
      ClassOutline outline,
      Map<ClassOutline.Method, List<Target>> matches,
      byte[] classFile) {
    String className = outline.name.replace('/', '.');
    TypeDescription type = WovenMethod.named(className, outline.access);
    Plan plan = new Plan();
    for (Map.Entry<ClassOutline.Method, List<Target>> match : matches.entrySet()) {
      ClassOutline.Method method = match.getKey();
      plan(
          plan,
          method.site(outline),
          hook -> new WovenMethod(type, method, hook),
          match.getValue());
    }
    if (plan.steps.isEmpty()) {
      return null;
    }
    byte[] woven = weaving.weave(classFile, type, plan);
    report.woven(plan.modules, loader, className);
    return woven;
  }

  private void plan(
      Plan plan, MethodSite site, IntFunction<WovenMethod> numbered, List<Target> targets) {
    for (Target target : targets) {
      SiteAdvice advice = target.point.adviceFor(site);
      if (advice != null) {
        plan.add(numbered.apply(hooks.idOf(advice.hook())), advice.advice(), target.module);
      }
    }
  }

  /** What is to be done to one class. */
  private static final class Plan implements AdviceWeaving.Plan {
    final Map<String, List<AdviceWeaving.Step>> steps = new HashMap<>();
    final Set<String> modules = new LinkedHashSet<>();

    void add(WovenMethod method, String advice, String module) {
      steps
          .computeIfAbsent(
              method.getInternalName() + method.getDescriptor(), unseen -> new ArrayList<>())
          .add(new AdviceWeaving.Step(advice, method));
      modules.add(module);
    }

    @Override
    public List<AdviceWeaving.Step> stepsFor(String name, String descriptor) {
      return steps.getOrDefault(name + descriptor, Collections.emptyList());
    }
  }
}
