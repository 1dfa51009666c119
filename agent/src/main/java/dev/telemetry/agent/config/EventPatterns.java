package dev.telemetry.agent.config;

import dev.telemetry.Handler;
import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of names and patterns of events. */
public final class EventPatterns {
  private static final Handler NONE = (event, measurements, metadata) -> {};

  private EventPatterns() {}

  /** Returns those of a list that are well-formed, in its order; the others are errors there. */
  public static List<String> read(ConfigNode list) {
    List<String> patterns = new ArrayList<>();
    for (ConfigNode item : list.items()) {
      String text = item.text();
      if (text != null && isPattern(text)) {
        patterns.add(text);
      } else if (text != null) {
        item.expected("an event or a pattern such as http.server.**", text);
      }
    }
    return patterns;
  }

  /** The bus is who knows what a pattern is. */
  private static boolean isPattern(String text) {
    try {
      new Bus().attach("check", Collections.singleton(text), NONE, OnFailure.keep(1));
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
