package dev.telemetry.instrumentation.servlet;

import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What users have set for requests, ready for use. Immutable. */
final class ServletSettings {
  /** A list, see {@link FailureRules}. */
  private static final String FAILURES = "failures";

  /** A list of {@link PathPattern}s. */
  private static final String IGNORE = "ignore";

  /** Stands in both lists for what they are when they are not set. */
  private static final String DEFAULT = "default";

  /** By key of the metadata, {@link RequestTag.Source} and the name that it has there. */
  private static final String TAGS = "tags";

  final FailureRules failures;
  final IgnoredPaths ignored;
  final RequestTag[] tags;
  final boolean readsMdc;

  ServletSettings(InstrumentationSettings settings) {
    failures = new FailureRules(list(settings, FAILURES, FailureRules.DEFAULT));
    ignored = new IgnoredPaths(list(settings, IGNORE, IgnoredPaths.DEFAULT));
    List<RequestTag> read = new ArrayList<>();
    settings.sections(TAGS).forEach((key, from) -> read.add(RequestTag.of(key, from)));
    tags = read.toArray(new RequestTag[0]);
    readsMdc = read.stream().anyMatch(tag -> tag.source == RequestTag.Source.MDC);
  }

  private static List<String> list(
      InstrumentationSettings settings, String key, List<String> defaults) {
    List<String> list = new ArrayList<>(settings.texts(key, defaults));
    if (list.remove(DEFAULT)) {
      list.addAll(defaults);
    }
    return list;
  }

  static String keyOf(RequestTag.Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }
}
