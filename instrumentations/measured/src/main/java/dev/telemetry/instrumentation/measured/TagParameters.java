package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.MethodSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which parameters of a method give tags, by {@code @MeasuredTag("name")} or by a rule. */
final class TagParameters {
  private final List<Integer> positions = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private TagParameters() {}

  static TagParameters of(MethodSite site) {
    TagParameters tags = new TagParameters();
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

  /** Picks the tags' values out of a method's arguments. */
  Object[] values(Object[] arguments) {
    Object[] values = new Object[positions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments[positions.get(i)];
    }
    return values;
  }

  @Override
  public String toString() {
    return names.toString() + positions;
  }
}
