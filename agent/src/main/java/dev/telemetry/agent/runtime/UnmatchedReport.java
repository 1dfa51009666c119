package dev.telemetry.agent.runtime;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Unmatched;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what has not met, each once: a misspelt event would else be silence.
 *
 * <p>What is so at two looks in a row is told at the second, because an application that starts, or
 * metrics that were just reloaded, need a moment. What has met meanwhile is forgotten. Used by one
 * thread.
 */
final class UnmatchedReport {
  private static final int MOST_TOLD = 10;
  private static final String WAITING =
      "metrics that wait for an event nobody has emitted so far: ";
  private static final String UNMEASURED = "metrics that found nothing to measure so far: ";
  private static final String UNHEARD = "events that no metric and no handler hears: ";

  private final Unmatched unmatched;
  private final AgentLog log;
  private final Set<String> told = new HashSet<>();
  private Set<String> before = Collections.emptySet();

  UnmatchedReport(Unmatched unmatched, AgentLog log) {
    this.unmatched = unmatched;
    this.log = log;
  }

  /** Looks once. */
  void look() {
    Set<String> now = new HashSet<>();
    Set<String> meant = new HashSet<>();
    tell(WAITING, waiting(meant), now);
    tell(UNMEASURED, unmeasured(), now);
    List<String> unheard = unmatched.unheard();
    unheard.removeAll(meant); // was named as what a metric may mean
    tell(UNHEARD, Changes.byName(unheard, event -> event), now);
    told.retainAll(now);
    before = now;
  }

  private Map<String, String> waiting(Set<String> meant) {
    Map<String, String> waiting = new LinkedHashMap<>();
    for (Metric metric : unmatched.waiting()) {
      String key = name(metric) + " for " + metric.definition().event();
      String near = unmatched.meant(metric);
      waiting.put(key, near == null ? key : key + " (did you mean \"" + near + "\"?)");
      meant.add(String.valueOf(near));
    }
    return waiting;
  }

  private Map<String, String> unmeasured() {
    List<String> texts = new ArrayList<>();
    for (Metric metric : unmatched.unmeasured()) {
      texts.add(name(metric) + " (no event had \"" + metric.definition().measurement() + "\")");
    }
    return Changes.byName(texts, text -> text);
  }

  private static String name(Metric metric) {
    return metric.definition().name();
  }

  /**
   * Tells what is new among what was found before already.
   *
   * @param found the texts, by what stays the same of them
   * @param now is given what was found
   */
  private void tell(String kind, Map<String, String> found, Set<String> now) {
    List<String> news = new ArrayList<>();
    found.forEach(
        (key, text) -> {
          String fact = kind + key;
          now.add(fact);
          if (before.contains(fact) && told.add(fact)) {
            news.add(text);
          }
        });
    if (!news.isEmpty()) {
      log.say(kind + Status.first(MOST_TOLD, news));
    }
  }
}
