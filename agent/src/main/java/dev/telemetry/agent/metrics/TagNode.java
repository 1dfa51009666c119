package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way from texts to what belongs to them: a look-up asks each text once and builds
 * no key. Looking up takes no lock; who lets it grow holds one.
 *
 * @param <T> what is at the end of a way
 */
final class TagNode<T> {
  // An empty text is the same as none.
  private static final String ABSENT = "";
  private static final int FIRST_SLOTS = 4;

  private final String text;
  private volatile @Nullable AtomicReferenceArray<@Nullable TagNode<T>> children;
  private volatile @Nullable T value;
  private int count;

  private TagNode(String text) {
    this.text = text;
  }

  static <T> TagNode<T> root() {
    return new TagNode<>(ABSENT);
  }

  /** Returns the step for a text; null where there is none yet. */
  @Nullable TagNode<T> child(@Nullable String wanted) {
    AtomicReferenceArray<@Nullable TagNode<T>> slots = children;
    return slots == null ? null : slots.get(slotOf(slots, wanted == null ? ABSENT : wanted));
  }

  /** Returns the slot that has the text, or is free for it. */
  private static <T> int slotOf(AtomicReferenceArray<@Nullable TagNode<T>> slots, String wanted) {
    int last = slots.length() - 1;
    int hash = wanted.hashCode();
    int slot = (hash ^ (hash >>> 16)) & last;
    TagNode<T> there = slots.get(slot);
    while (there != null && !there.text.equals(wanted)) {
      slot = (slot + 1) & last;
      there = slots.get(slot);
    }
    return slot;
  }

  /** Returns the step for a text, made where it is new; under the owner's lock. */
  TagNode<T> grownChild(@Nullable String wanted) {
    TagNode<T> known = child(wanted);
    if (known != null) {
      return known;
    }
    TagNode<T> made = new TagNode<>(wanted == null ? ABSENT : wanted);
    AtomicReferenceArray<@Nullable TagNode<T>> slots = withRoom();
    slots.set(slotOf(slots, made.text), made);
    children = slots;
    count++;
    return made;
  }

  /** Returns slots of which at least a third stays free. */
  private AtomicReferenceArray<@Nullable TagNode<T>> withRoom() {
    AtomicReferenceArray<@Nullable TagNode<T>> now = children;
    if (now == null) {
      return new AtomicReferenceArray<>(FIRST_SLOTS);
    }
    if (3 * (count + 1) <= 2 * now.length()) {
      return now;
    }
    AtomicReferenceArray<@Nullable TagNode<T>> more = new AtomicReferenceArray<>(2 * now.length());
    for (int i = 0; i < now.length(); i++) {
      TagNode<T> child = now.get(i);
      if (child != null) {
        more.set(slotOf(more, child.text), child);
      }
    }
    return more;
  }

  @Nullable T value() {
    return value;
  }

  void value(T now) {
    value = now;
  }
}
