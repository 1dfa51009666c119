package dev.telemetry.instrumentation.measured;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.MethodSite;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import org.jspecify.annotations.Nullable;

/**
 * Which arguments of a method that opens or closes a span are its key and its tags. Immutable.
 *
 * <p>Where they are among the first, these are handed over one by one; else all, as an array, in
 * the place of the second.
 */
final class PairArguments {
  private static final int NONE = -1;

  final TagParameters tags;
  private final int key;
  private final boolean byArray;
  private final boolean none;

  PairArguments(MethodSite site) {
    tags = TagParameters.of(site);
    key = keyOf(site);
    TagParameters kept = TagParameters.of(site);
    if (key != NONE) {
      kept.add(key, MeasuredEvents.MEASURED_KEY);
    }
    none = kept.isEmpty();
    byArray = !none && !kept.areFirst();
  }

  private static int keyOf(MethodSite site) {
    for (int i = 0; i < site.parameters().size(); i++) {
      if (site.parameters().get(i).containsKey(MeasuredEvents.MEASURED_KEY)) {
        return i;
      }
    }
    return NONE;
  }

  /** Returns the advice that hands over what is needed to a hook. */
  SiteAdvice calling(Hook hook) {
    if (none) {
      return Shape.AROUND_BARE.calling(hook);
    }
    return new SiteAdvice(byArray ? MeasuredMethods.TAGGED : MeasuredMethods.FIRST_TAGGED, hook);
  }

  /** Returns the key of a call; null where the application gave null, which belongs to nothing. */
  @Nullable Object key(@Nullable Object first, @Nullable Object second, @Nullable Object third) {
    return key == NONE ? Thread.currentThread() : value(key, first, second, third);
  }

  /** Returns the value of a call's tag. */
  @Nullable Object tag(
      int index, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    return value(tags.position(index), first, second, third);
  }

  private @Nullable Object value(
      int position, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    if (byArray) {
      return second == null ? null : ((Object[]) second)[position];
    }
    return position == 0 ? first : position == 1 ? second : third;
  }

  @Override
  public String toString() {
    return tags.toString() + key;
  }
}
