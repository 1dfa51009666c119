package dev.telemetry.agent.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What a reload has changed, for the one line that tells it. For one thread. */
final class Changes {
  private static final int MOST_NAMES = 10;

  private static final String NOT_TAKEN_OVER = "not taken over";

  private final Map<String, List<String>> words = new LinkedHashMap<>();
  private final Set<String> failed = new TreeSet<>();

  /** Tells a change in one word or a few. */
  void add(String kind, String word) {
    words.computeIfAbsent(kind, first -> new ArrayList<>()).add(word);
  }

  /** Tells that these sections stay as they were, because of a failure that the log tells. */
  void failed(Collection<String> sections) {
    for (String section : new TreeSet<>(sections)) {
      failed.add(section);
      add(NOT_TAKEN_OVER, section);
    }
  }

  /** Returns the sections that stay as they were. */
  Set<String> failed() {
    return failed;
  }

  /**
   * Tells what two lists do not have in common, by name: {@code +} is new, {@code -} is gone,
   * {@code ~} is another one of the same name.
   *
   * @param same whether two of the same name are the same
   */
  <T> void compare(
      String kind, Map<String, T> before, Map<String, T> after, BiPredicate<T, T> same) {
    after.forEach(
        (name, now) -> {
          T was = before.get(name);
          if (was == null) {
            add(kind, "+" + name);
          } else if (!same.test(was, now)) {
            add(kind, "~" + name);
          }
        });
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        add(kind, "-" + name);
      }
    }
  }

  /** Returns the list by name, the last of a name where there are several. */
  static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    list.forEach(each -> byName.put(name.apply(each), each));
    return byName;
  }

  /** Returns all of it as a line; empty where nothing has changed. */
  String text() {
    StringBuilder text = new StringBuilder();
    words.forEach(
        (kind, all) -> {
          text.append(text.length() == 0 ? "" : "; ").append(kind);
          all.subList(0, Math.min(MOST_NAMES, all.size()))
              .forEach(word -> text.append(' ').append(word));
          if (all.size() > MOST_NAMES) {
            text.append(" and ").append(all.size() - MOST_NAMES).append(" more");
          }
        });
    return text.toString();
  }
}
