package dev.telemetry.agent.runtime;

import dev.telemetry.agent.settings.Settings;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One section under {@code instrumentations} that a running part takes over as a whole. */
final class LiveSection implements Reloadable {
  private final String name;
  private final String section;
  private final Consumer<Settings> part;
  private Map<String, String> now;

  /**
   * Takes what runs.
   *
   * @param name the section's, such as {@code vm}
   * @param part takes over what has changed
   * @param settings by which it was started
   */
  LiveSection(String name, Consumer<Settings> part, Settings settings) {
    this.name = name;
    this.section = "instrumentations." + name;
    this.part = part;
    now = values(settings);
  }

  @Override
  public Set<String> sections() {
    return Collections.singleton(section);
  }

  @Override
  public void reload(Settings next, Changes changes) {
    Map<String, String> before = now;
    Map<String, String> wanted = values(next);
    if (!wanted.equals(before)) {
      part.accept(next);
      now = wanted;
      changes.compare(name, before, now, String::equals);
    }
  }

  private Map<String, String> values(Settings settings) {
    return settings.config().readings().valuesWithin(section);
  }
}
