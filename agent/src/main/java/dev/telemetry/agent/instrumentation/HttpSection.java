package dev.telemetry.agent.instrumentation;

import static java.util.stream.Collectors.toList;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads of {@code http} what is about requests that the application serves: {@code failures},
 * {@code ignore}, {@code tags}. A list that is wrong stays at its default, a tag that is wrong
 * stays off.
 */
final class HttpSection {
  /** Stands in a list for what it is when it is not given. */
  static final String DEFAULT = "default";

  private static final String FAILURES = "failures";
  private static final String IGNORE = "ignore";
  private static final String TAGS = "tags";

  private HttpSection() {}

  static InstrumentationSettings read(ConfigNode http) {
    InstrumentationSettings settings = InstrumentationSettings.none();
    settings = withList(settings, FAILURES, failures(http), FailureItem::check);
    settings = withList(settings, IGNORE, ignored(http), HttpSection::checkPath);
    return withTags(settings, http.child(TAGS, "Tags of requests, and where each is taken from."));
  }

  private static ConfigNode failures(ConfigNode http) {
    return http.child(
        FAILURES,
        "Which requests have failed: a status (`404`, `4xx`, `500..599`), `timeout`, the name of an"
            + " exception's class or one above. `default` stands for what counts when this is not"
            + " given: `[5xx, timeout, java.lang.Throwable]`.");
  }

  private static ConfigNode ignored(ConfigNode http) {
    return http.child(
        IGNORE,
        "Paths that emit no event, such as `/health`, `/assets/**`, `*.css`. `default` stands for"
            + " health checks and static files, which count when this is not given.");
  }

  private static InstrumentationSettings withList(
      InstrumentationSettings settings, String key, ConfigNode list, Consumer<ConfigNode> check) {
    List<ConfigNode> items = list.items();
    items.forEach(check);
    boolean wrong = list.failed() || items.stream().anyMatch(ConfigNode::failed);
    return wrong || !list.present()
        ? settings
        : settings.with(key, items.stream().map(item -> item.text("")).collect(toList()));
  }

  private static void checkPath(ConfigNode item) {
    String path = item.text("/");
    if (!path.startsWith("/") && !path.startsWith("*") && !path.equals(DEFAULT)) {
      item.expected("a path such as /health, /assets/** or *.css", path, DEFAULT);
    }
  }

  private static InstrumentationSettings withTags(
      InstrumentationSettings settings, ConfigNode tags) {
    Map<String, InstrumentationSettings> read = new LinkedHashMap<>();
    tags.entries()
        .forEach(
            (key, item) -> {
              InstrumentationSettings source = TagItem.ofRequest(key, item);
              if (source != null) {
                read.put(key, source);
              }
            });
    return read.isEmpty() ? settings : settings.with(TAGS, read);
  }
}
