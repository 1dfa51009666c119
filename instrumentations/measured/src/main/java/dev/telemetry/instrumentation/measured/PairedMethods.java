package dev.telemetry.instrumentation.measured;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which annotated methods open and close spans.
 *
 * <p>A method keeps its hook when its class is woven again, as {@link MeasuredMethods} does.
 */
final class PairedMethods {
  private final Bus bus;
  private final Sweeper sweeper = new Sweeper();
  private final ConcurrentMap<String, SiteAdvice> advices = new ConcurrentHashMap<>();

  PairedMethods(Bus bus) {
    this.bus = bus;
  }

  /** Tells whether a method is annotated to open or close a span, and to nothing else. */
  static boolean isPartOnly(MethodSite site) {
    return text(site, "value").isEmpty()
        && !(text(site, MeasuredEvents.OPENS) + text(site, MeasuredEvents.CLOSES)).isEmpty();
  }

  @Nullable SiteAdvice openingFor(MethodSite site) {
    String function = site.className() + '.' + site.method();
    return adviceFor(
        site, MeasuredEvents.OPENS, (pairs, arguments) -> new Opening(pairs, function, arguments));
  }

  @Nullable SiteAdvice closingFor(MethodSite site) {
    return adviceFor(site, MeasuredEvents.CLOSES, Closing::new);
  }

  private @Nullable SiteAdvice adviceFor(MethodSite site, String part, HookMaker maker) {
    String event = text(site, part);
    if (event.isEmpty()) {
      return null;
    }
    PairArguments arguments = new PairArguments(site);
    String method = site.className() + '.' + site.method() + site.descriptor();
    return advices.computeIfAbsent(
        method + part + event + arguments,
        unseen -> arguments.calling(maker.hook(sweeper.pairs(bus, event), arguments)));
  }

  private static String text(MethodSite site, String member) {
    Map<String, Object> annotation = site.annotations().get(MeasuredEvents.MEASURED);
    return annotation == null ? "" : String.valueOf(annotation.getOrDefault(member, ""));
  }

  /** Makes the hook of one part. */
  private interface HookMaker {
    Hook hook(Pairs pairs, PairArguments arguments);
  }
}
