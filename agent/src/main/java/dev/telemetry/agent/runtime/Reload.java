package dev.telemetry.agent.runtime;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.Readings;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes each new configuration over, or keeps the one before where the new files are wrong, and
 * says which, in one line. What cannot be corrected in a file is told once and not at each reload.
 * Used by one thread.
 */
final class Reload implements Consumer<Config> {
  private final List<Reloadable> parts = new ArrayList<>();
  private final ConfigState state;
  private final AgentLog log;
  private Settings now;
  private Map<String, String> fixed = Collections.emptyMap();

  /**
   * Starts from what the agent started with.
   *
   * @param state is told what becomes of each reload
   */
  Reload(Settings now, ConfigState state, AgentLog log) {
    this.now = now;
    this.state = state;
    this.log = log;
  }

  /** Adds what can change, in the order in which it does. */
  void part(Reloadable part) {
    parts.add(part);
  }

  @Override
  public void accept(Config config) {
    try {
      Settings next = now.followedBy(config);
      List<String> words = new ArrayList<>(config.errors().messages());
      if (config.errors().noneInFiles()) {
        words.removeAll(now.config().errors().messages());
        Changes changes = takeOver(next);
        words.add(0, said(config, changes));
        Set<String> kept = new HashSet<>(fixed.keySet());
        kept.addAll(changes.failed());
        state.takenOver(config, kept, words);
      } else {
        words.add(0, "reload of " + config.file() + ": the configuration before stays");
        state.refused(words);
      }
      log.report(String.join("\n", words));
    } catch (Throwable failure) {
      state.failed(failure);
      log.failure("reload failed", failure);
    }
  }

  private Changes takeOver(Settings next) {
    Changes changes = new Changes();
    for (Reloadable part : parts) {
      next.config().rest();
      reload(part, next, changes);
    }
    tellWhatNeedsARestart(next, changes);
    now = next;
    return changes;
  }

  private static String said(Config config, Changes changes) {
    String text = changes.text();
    return "reloaded " + config.file() + ": " + (text.isEmpty() ? "no change" : text);
  }

  private void reload(Reloadable part, Settings next, Changes changes) {
    try {
      part.reload(next, changes);
    } catch (Throwable failure) {
      changes.failed(part.sections());
      log.failure("reload of " + String.join(", ", part.sections()), failure);
    }
  }

  private void tellWhatNeedsARestart(Settings next, Changes changes) {
    Map<String, String> before = fixed.isEmpty() ? fixed(now.config().readings()) : fixed;
    fixed = fixed(next.config().readings());
    changes.compare("after a restart", before, fixed, String::equals);
  }

  /** What no part takes over. */
  private Map<String, String> fixed(Readings readings) {
    List<String> sections = new ArrayList<>();
    parts.forEach(part -> sections.addAll(part.sections()));
    return readings.valuesOutside(sections);
  }
}
