package dev.telemetry.agent.runtime;

import dev.telemetry.agent.config.ConfigWatch;
import dev.telemetry.agent.settings.Settings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The watch over the files, which the files themselves may change. */
final class LiveWatch implements Reloadable {
  private final ConfigWatch watch;

  LiveWatch(ConfigWatch watch) {
    this.watch = watch;
  }

  @Override
  public Set<String> sections() {
    return new HashSet<>(Arrays.asList("reload", "include"));
  }

  @Override
  public void reload(Settings next, Changes changes) {
    watch.every(next.reload().everyNanos());
    if (!next.reload().enabled()) {
      watch.stop();
      changes.add("reload", "is off from now on");
    }
  }
}
