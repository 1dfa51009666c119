package dev.telemetry.agent.runtime;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.Reading;
import dev.telemetry.agent.config.Readings;
import dev.telemetry.agent.json.JsonWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which configuration is in force, and what became of the last reload. One thread tells it, any may
 * write it down.
 */
final class ConfigState {
  private final @Nullable String file;
  private volatile Map<String, Reading> inForce;
  private volatile @Nullable Attempt last;

  /** Begins with what the agent started with. */
  ConfigState(Config config) {
    file = config.file();
    inForce = given(config);
  }

  /**
   * A new configuration is in force.
   *
   * @param kept the places and sections that stay as they were: until a restart, or because the
   *     agent could not do it
   * @param said in the log
   */
  void takenOver(Config next, Collection<String> kept, List<String> said) {
    Map<String, Reading> readings = given(next);
    readings.keySet().removeIf(place -> Readings.isWithinAny(place, kept));
    inForce.forEach(
        (place, reading) -> {
          if (Readings.isWithinAny(place, kept)) {
            readings.put(place, reading);
          }
        });
    inForce = readings;
    last = new Attempt("taken over", said);
  }

  /** A new configuration is wrong, and the one before stays in force. */
  void refused(List<String> said) {
    last = new Attempt("refused", said);
  }

  /** The agent itself could not do it. */
  void failed(Throwable failure) {
    last = new Attempt("failed", Collections.singletonList(failure.toString()));
  }

  /** Writes it behind keys of an object that is open: what is set, and where each was set. */
  void write(JsonWriter json) {
    Map<String, Reading> readings = inForce;
    json.text("config", file).object("settings");
    readings.forEach((place, reading) -> json.text(place, reading.shown()));
    json.endObject().object("sources");
    readings.forEach((place, reading) -> json.text(place, reading.source()));
    json.endObject();
    Attempt reload = last;
    if (reload == null) {
      json.text("reload", null);
    } else {
      reload.write(json);
    }
  }

  /** What somebody has set, wherever. */
  private static Map<String, Reading> given(Config config) {
    Map<String, Reading> given = new TreeMap<>();
    for (Reading reading : config.readings().all()) {
      if (reading.value() != null && !reading.isDefault()) {
        given.put(reading.path(), reading);
      }
    }
    return given;
  }

  /** One reload. Immutable. */
  private static final class Attempt {
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String result;
    private final List<String> said;

    Attempt(String result, List<String> said) {
      this.result = result;
      this.said = said;
    }

    void write(JsonWriter json) {
      json.object("reload").text("at", at.toString()).text("result", result).array("said");
      said.forEach(json::text);
      json.endArray().endObject();
    }
  }
}
