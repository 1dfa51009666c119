package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.MethodSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which parameters of a method give tags: {@code @MeasuredTag("name")}. Immutable. */
final class TagParameters {
  private final List<Integer> positions = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private TagParameters() {}

  static TagParameters of(MethodSite site) {
    TagParameters tags = new TagParameters();
    for (int i = 0; i < site.parameters().size(); i++) {
      Map<String, Object> annotation = site.parameters().get(i).get(MeasuredEvents.MEASURED_TAG);
      if (annotation != null) {
        tags.positions.add(i);
        tags.names.add(String.valueOf(annotation.get("value")));
      }
    }
    return tags;
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
