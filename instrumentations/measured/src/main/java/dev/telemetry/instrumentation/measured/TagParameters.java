package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.MethodSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which parameters of a method give tags, by {@code @MeasuredTag("name")} or by a rule. */
final class TagParameters {
  /** How many arguments {@link FirstTaggedAdvice} hands over. */
  static final int FIRST = 3;

  private final List<Integer> positions = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private final String kinds;

  private TagParameters(String descriptor) {
    this.kinds = ParameterKinds.of(descriptor);
  }

  static TagParameters of(MethodSite site) {
    TagParameters tags = new TagParameters(site.descriptor());
    for (int i = 0; i < site.parameters().size(); i++) {
      Map<String, Object> annotation = site.parameters().get(i).get(MeasuredEvents.MEASURED_TAG);
      if (annotation != null) {
        tags.add(i, String.valueOf(annotation.get("value")));
      }
    }
    return tags;
  }

  /** Has an argument give one more tag; of a name that is there already the first counts. */
  void add(int position, String name) {
    if (!names.contains(name)) {
      positions.add(position);
      names.add(name);
    }
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  List<String> names() {
    return names;
  }

  /** Returns the position of the argument that gives a tag. */
  int position(int index) {
    return positions.get(index);
  }

  /** Takes out of arguments what is no tag, which must not live longer than without us. */
  void keepIn(@Nullable Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (!positions.contains(i)) {
        arguments[i] = null;
      }
    }
  }

  /** Tells whether all tags are among the first arguments, of which no other would be boxed. */
  boolean areFirst() {
    boolean fits = Collections.max(positions) < FIRST;
    for (int i = 0; i < Math.min(FIRST, kinds.length()); i++) {
      fits &= ParameterKinds.isReference(kinds.charAt(i)) || positions.contains(i);
    }
    return fits;
  }

  @Override
  public String toString() {
    return names.toString() + positions;
  }
}
