package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.report.GlobalTags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What sends: the attributes of service, process and host by the conventions, under those that the
 * user gives as tags. Immutable.
 */
final class Resource {
  /** The name of this agent, also that of the instrumentation scope. */
  static final String AGENT = "telemetry-agent";

  private static final int ATTRIBUTES = 1;

  private final Map<String, String> detected;
  private final Map<String, String> attributes;
  private final String version;

  private Resource(Map<String, String> detected, GlobalTags tags, String version) {
    this.detected = detected;
    this.version = version;
    attributes = new LinkedHashMap<>(detected);
    tags.asMap().forEach((tag, value) -> attributes.put(attributeOf(tag), value));
  }

  /** Looks at process and host; not before it is needed. */
  static Resource detect(GlobalTags tags) {
    Map<String, String> detected = new LinkedHashMap<>();
    String version = ownVersion();
    detected.put("service.name", "unknown_service:java");
    detected.put("service.instance.id", UUID.randomUUID().toString());
    detected.put("telemetry.sdk.name", AGENT);
    detected.put("telemetry.sdk.language", "java");
    detected.put("telemetry.sdk.version", version);
    detected.put("telemetry.distro.name", AGENT);
    detected.put("telemetry.distro.version", version);
    ThisProcess.addTo(detected);
    return new Resource(detected, tags, version);
  }

  /** Returns the same process, described by other tags. */
  Resource with(GlobalTags tags) {
    return new Resource(detected, tags, version);
  }

  /** The tags that have an attribute of another name. */
  private static String attributeOf(String tag) {
    switch (tag) {
      case "service":
        return "service.name";
      case "version":
        return "service.version";
      case "env":
        return "deployment.environment.name";
      default:
        return tag;
    }
  }

  private static String ownVersion() {
    @Nullable Package own = Resource.class.getPackage();
    String version = own == null ? null : own.getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  /** Returns the agent's version. */
  String version() {
    return version;
  }

  /** Returns the attributes by key. */
  Map<String, String> asMap() {
    return attributes;
  }

  void write(ProtoWriter out, int field) {
    int open = out.open(field);
    attributes.forEach((key, value) -> Attributes.write(out, ATTRIBUTES, key, value));
    out.close(open);
  }
}
