package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of every metric of every reporter, from {@code service} and {@code tags}. Immutable.
 *
 * <p>Behind the configuration stand the variables of others: {@code DD_SERVICE}, {@code DD_ENV} and
 * {@code DD_VERSION}, then {@code OTEL_SERVICE_NAME} and {@code OTEL_RESOURCE_ATTRIBUTES}. The
 * service is a tag of that name.
 */
public final class GlobalTags {
  private static final String SERVICE = "service";

  private final Map<String, String> tags;

  private GlobalTags(Map<String, String> tags) {
    this.tags = Collections.unmodifiableMap(tags);
  }

  /** Takes tags in their order, as tests do. */
  public static GlobalTags of(Map<String, String> tags) {
    return new GlobalTags(new LinkedHashMap<>(tags));
  }

  /** Reads both sections; what is wrong is left out and reported there. */
  public static GlobalTags read(ConfigNode root) {
    Map<String, String> tags = new LinkedHashMap<>();
    ConfigNode service = root.child(SERVICE);
    String name = service.orVariable("DD_SERVICE").orVariable("OTEL_SERVICE_NAME").text();
    put(tags, SERVICE, name);
    tags.putAll(root.child("tags").textMap());
    fill(tags, "env", service.variable("DD_ENV").text());
    fill(tags, "version", service.variable("DD_VERSION").text());
    service
        .variable("OTEL_RESOURCE_ATTRIBUTES")
        .textMap()
        .forEach((key, value) -> fill(tags, tagOf(key), value));
    return new GlobalTags(tags);
  }

  /** Returns the value by key, in order, the service first. */
  public Map<String, String> asMap() {
    return tags;
  }

  /** Returns the service's name; null where none is known. */
  public @Nullable String service() {
    return tags.get(SERVICE);
  }

  private static void put(Map<String, String> tags, String key, @Nullable String value) {
    if (value != null) {
      tags.put(key, value);
    }
  }

  private static void fill(Map<String, String> tags, String key, @Nullable String value) {
    if (!tags.containsKey(key)) {
      put(tags, key, value);
    }
  }

  /** OpenTelemetry's attributes that have a tag already. */
  private static String tagOf(String attribute) {
    switch (attribute) {
      case "service.name":
        return SERVICE;
      case "service.version":
        return "version";
      case "deployment.environment":
      case "deployment.environment.name":
        return "env";
      default:
        return attribute;
    }
  }
}
