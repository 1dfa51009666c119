package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MethodSite;
import java.lang.reflect.Modifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods that are measured because the user's settings name them. Immutable. */
final class MeasureRule {
  /** In the names that CGLIB, Javassist and others give. */
  private static final String GENERATED = "$$";

  private static final String HIBERNATE = "$HibernateProxy$";

  private final InstrumentationSettings settings;
  private final NamePattern classes;
  private final NamePattern methods;
  private final boolean withPrivate;
  private final boolean withGenerated;

  /** Reads {@code class}, {@code method}, {@code private}, {@code event} and {@code tags}. */
  MeasureRule(InstrumentationSettings settings) {
    this.settings = settings;
    classes = new NamePattern(settings.text(MeasuredSettings.CLASS, ""));
    methods = new NamePattern(settings.text(MeasuredSettings.METHOD, ""));
    withGenerated = isGenerated(classes.toString());
    withPrivate = settings.flag(MeasuredSettings.PRIVATE) || methods.isExact();
  }

  boolean meansClass(String className) {
    return classes.matches(className) && (withGenerated || !isGenerated(className));
  }

  /** A proxy that a framework makes at run time would measure each call of the original twice. */
  private static boolean isGenerated(String className) {
    return className.contains(GENERATED) || className.contains(HIBERNATE);
  }

  boolean means(MethodSite site) {
    return (withPrivate || !Modifier.isPrivate(site.access()))
        && methods.matches(site.method())
        && meansClass(site.className());
  }

  /** Returns the event's name for a method whose default name is given by class and method. */
  String eventName(String simpleClassName, String method) {
    return settings
        .text(MeasuredSettings.EVENT, MeasuredSettings.DEFAULT_EVENT)
        .replace(MeasuredSettings.CLASS_PART, simpleClassName)
        .replace(MeasuredSettings.METHOD_PART, method);
  }

  /** Returns which of a method's arguments give tags, with what its parameters are annotated. */
  TagParameters tags(MethodSite site) {
    TagParameters tags = TagParameters.of(site);
    // an overload may have fewer than the rule names
    int parameters = ParameterKinds.of(site.descriptor()).length();
    for (Map.Entry<String, InstrumentationSettings> tag :
        settings.sections(MeasuredSettings.TAGS).entrySet()) {
      int position = Integer.parseInt(tag.getValue().text(MeasuredSettings.ARGUMENT, "0"));
      if (position < parameters) {
        tags.add(position, tag.getKey());
      }
    }
    return tags;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MeasureRule && ((MeasureRule) other).settings.equals(settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
