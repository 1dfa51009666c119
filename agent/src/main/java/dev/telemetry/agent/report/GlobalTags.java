package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
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
  private static final String OTEL_NAME = "OTEL_SERVICE_NAME";
  private static final String OTEL_ATTRIBUTES = "OTEL_RESOURCE_ATTRIBUTES";

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
    Map<String, String> found = new LinkedHashMap<>();
    ConfigNode service =
        root.child(SERVICE, "The name of the application, a tag of every metric.")
            .orVariable("DD_SERVICE")
            .orVariable(OTEL_NAME);
    put(found, SERVICE, service.text());
    ConfigNode tags = root.child("tags", "Tags of every metric of every reporter.");
    found.putAll(tags.textMap());
    fill(found, tags, "env", "DD_ENV");
    fill(found, tags, "version", "DD_VERSION");
    root.variable(OTEL_ATTRIBUTES)
        .textMap()
        .forEach(
            (key, value) -> {
              String tag = tagOf(key);
              if (!found.containsKey(tag)) {
                ConfigNode place = tag.equals(SERVICE) ? root.child(SERVICE) : tags.absent(tag);
                put(found, tag, place.or(OTEL_ATTRIBUTES, decoded(value)).text());
              }
            });
    return new GlobalTags(found);
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

  private static void fill(
      Map<String, String> found, ConfigNode tags, String key, String variable) {
    if (!found.containsKey(key)) {
      put(found, key, tags.absent(key).orVariable(variable).text());
    }
  }

  /** The attributes' values are percent-encoded, by OpenTelemetry's rules. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), "UTF-8");
    } catch (IllegalArgumentException | UnsupportedEncodingException plain) {
      return value;
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
