package dev.telemetry.agent.instrumentation;

import static java.util.Arrays.asList;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.servlet.ServletEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads where one tag's values are taken from: {@code {header: X-Tenant}}. */
final class TagItem {
  private static final String HEADER = "header";
  private static final String ARGUMENT = "argument";
  private static final Map<String, String> SOURCES = sources();

  /** A method has no more arguments. */
  private static final int MOST_ARGUMENTS = 255;

  /** Whoever reads metrics must not be able to act for a user. */
  private static final List<String> SECRETS =
      asList("authorization", "proxy-authorization", "cookie", "set-cookie");

  private static final List<String> TAKEN =
      asList(
          ServletEvents.METHOD,
          ServletEvents.ROUTE,
          ServletEvents.STATUS,
          ServletEvents.SCHEME,
          ServletEvents.ERROR_TYPE,
          ServletEvents.FUNCTION,
          ServletEvents.WEBAPP);

  private TagItem() {}

  private static Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put(HEADER, "A header of the request.");
    sources.put("query", "A parameter of the query.");
    sources.put("session", "An attribute of the session.");
    sources.put("mdc", "A value of the log's context (SLF4J's MDC).");
    return sources;
  }

  /**
   * Reads a tag of a request.
   *
   * @return null where it is wrong
   */
  static @Nullable InstrumentationSettings ofRequest(String key, ConfigNode item) {
    if (TAKEN.contains(key)) {
      item.rejectKey("expected a key of your own, every request has this one already");
      return null;
    }
    List<String> given = new ArrayList<>();
    SOURCES.forEach(
        (source, sentence) -> {
          if (isMap(item, "{header: X-Tenant}") && item.child(source, sentence).present()) {
            given.add(source);
          }
        });
    item.rejectUnread();
    if (!item.failed() && given.size() != 1) {
      item.problem(
          "expected header, query, session or mdc, got "
              + (given.isEmpty() ? "none of them" : "several of them"));
    }
    return item.failed() ? null : ofSource(given.get(0), item.child(given.get(0)));
  }

  private static @Nullable InstrumentationSettings ofSource(String source, ConfigNode node) {
    String name = node.text();
    if (name != null && name.isEmpty()) {
      node.error("a name");
    } else if (name != null && source.equals(HEADER) && isSecret(name)) {
      node.expected("a header that is no secret", name);
    }
    return name == null || node.failed() ? null : InstrumentationSettings.none().with(source, name);
  }

  private static boolean isSecret(String header) {
    return SECRETS.contains(header.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads a tag of a measured method.
   *
   * @return null where it is wrong
   */
  static @Nullable InstrumentationSettings ofMethod(ConfigNode item) {
    if (!isMap(item, "{argument: 0}")) {
      return null;
    }
    ConfigNode argument = item.child(ARGUMENT, "The argument's position, from 0.");
    item.rejectUnread();
    if (!item.failed() && !argument.present()) {
      item.problem("expected the key \"argument\", which is a position from 0");
    }
    int position = argument.integer(0, MOST_ARGUMENTS - 1, 0);
    return item.failed()
        ? null
        : InstrumentationSettings.none().with(ARGUMENT, String.valueOf(position));
  }

  private static boolean isMap(ConfigNode item, String example) {
    if (!item.isMap() && !item.failed()) {
      item.error("a source such as " + example);
    }
    return item.isMap();
  }
}
