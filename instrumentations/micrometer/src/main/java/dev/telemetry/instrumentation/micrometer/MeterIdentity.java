package dev.telemetry.instrumentation.micrometer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which meter it is, in plain words. */
public final class MeterIdentity {
  final Object meter;
  final String name;
  final String description;
  final List<String> tagKeys = new ArrayList<>();
  final List<String> tagValues = new ArrayList<>();

  /**
   * Names a meter.
   *
   * @param meter Micrometer's own object: another one of the same name begins anew
   */
  public MeterIdentity(Object meter, String name, @Nullable String description) {
    this.meter = meter;
    this.name = name;
    this.description = description == null ? "" : description;
  }

  /** Adds a tag; they keep their order. Returns this. */
  public MeterIdentity tag(String key, String value) {
    tagKeys.add(key);
    tagValues.add(value);
    return this;
  }
}
