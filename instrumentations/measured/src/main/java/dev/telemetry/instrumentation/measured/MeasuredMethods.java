package dev.telemetry.instrumentation.measured;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.Spares;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides how each method is measured that is annotated or named by a rule.
 *
 * <p>A method keeps its hook when its class is woven again, as after a redeployment.
 */
final class MeasuredMethods {
  private static final String PLAIN = "dev.telemetry.instrumentation.measured.PlainAdvice";
  static final String FIRST_TAGGED = "dev.telemetry.instrumentation.measured.FirstTaggedAdvice";
  static final String TAGGED = "dev.telemetry.instrumentation.measured.TaggedAdvice";

  private final Bus bus;
  private final Spares<TaggedCall> spares = new Spares<>();
  private final ConcurrentMap<String, SiteAdvice> advices = new ConcurrentHashMap<>();

  MeasuredMethods(Bus bus) {
    this.bus = bus;
  }

  /** Returns how an annotated method is measured; null where it only opens or closes a span. */
  @Nullable SiteAdvice adviceFor(MethodSite site) {
    return PairedMethods.isPartOnly(site)
        ? null
        : adviceFor(site, eventName(site), TagParameters.of(site));
  }

  /** Returns how a rule has a method measured; null where its annotation says it already. */
  @Nullable SiteAdvice adviceFor(MethodSite site, MeasureRule rule) {
    return isAnnotated(site)
        ? null
        : adviceFor(
            site, rule.eventName(simpleName(site.className()), site.method()), rule.tags(site));
  }

  private static boolean isAnnotated(MethodSite site) {
    return site.annotations().containsKey(MeasuredEvents.MEASURED)
        || (site.typeAnnotations().containsKey(MeasuredEvents.MEASURED)
            && !Modifier.isPrivate(site.access()));
  }

  private SiteAdvice adviceFor(MethodSite site, String event, TagParameters tags) {
    String key = site.className() + '.' + site.method() + site.descriptor() + event + tags;
    return advices.computeIfAbsent(key, unseen -> advice(site, event, tags));
  }

  private SiteAdvice advice(MethodSite site, String event, TagParameters tags) {
    String function = site.className() + '.' + site.method();
    if (tags.isEmpty()) {
      return new SiteAdvice(PLAIN, new PlainMethod(bus.span(event), function));
    }
    Hook hook = new TaggedMethod(bus.span(event), function, tags, spares);
    return new SiteAdvice(tags.areFirst() ? FIRST_TAGGED : TAGGED, hook);
  }

  /** The method's own name for its event, else the type's with the method behind it, else both. */
  private static String eventName(MethodSite site) {
    String own = value(site.annotations().get(MeasuredEvents.MEASURED));
    if (!own.isEmpty()) {
      return own;
    }
    String type = value(site.typeAnnotations().get(MeasuredEvents.MEASURED));
    return (type.isEmpty() ? simpleName(site.className()) : type) + '.' + site.method();
  }

  private static String value(@Nullable Map<String, Object> annotation) {
    return annotation == null ? "" : String.valueOf(annotation.getOrDefault("value", ""));
  }

  private static String simpleName(String className) {
    int start = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
    return className.substring(start).toLowerCase(Locale.ROOT);
  }
}
