package dev.telemetry.agent.instrumentation;

import static java.util.stream.Collectors.toList;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import java.util.regex.Pattern;

/** Reads of {@code instrumentations: {http-client: ...}} what is not its switch. */
final class HttpClientSection {
  private static final String PATHS = "paths";

  /** Perhaps a host, then segments: words, {@code {name}}, {@code *}, and {@code **} at the end. */
  private static final Pattern TEMPLATE =
      Pattern.compile("[^/{}*?#]*(/(\\{[^/{}]+}|\\*|[^/{}*?#]*))*?(/\\*\\*)?");

  private HttpClientSection() {}

  static InstrumentationSettings read(ConfigNode section) {
    ConfigNode list =
        section.child(
            PATHS,
            "Templates of paths, the tag `url.template` of calls that fit: `/users/{id}`, of one"
                + " host `api.acme.com/users/{id}/**`. The first that fits counts.");
    List<ConfigNode> items = list.items();
    items.forEach(HttpClientSection::check);
    List<String> paths =
        items.stream().filter(item -> !item.failed()).map(item -> item.text("")).collect(toList());
    InstrumentationSettings none = InstrumentationSettings.none();
    return paths.isEmpty() ? none : none.with(PATHS, paths);
  }

  private static void check(ConfigNode item) {
    String path = item.text("/");
    if (path.indexOf('/') < 0 || !TEMPLATE.matcher(path).matches()) {
      item.expected("a path such as /users/{id} or api.acme.com/users/**", path);
    }
  }
}
