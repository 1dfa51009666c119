package dev.telemetry.agent.docs;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.config.Expected;
import dev.telemetry.agent.config.Reading;
import dev.telemetry.agent.settings.AllModules;
import dev.telemetry.agent.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * All keys that the agent asks for: reads configurations as the agent does and keeps what its
 * readers have asked.
 */
final class AskedKeys {
  private static final String EVERY_KEY = "/docs/every-key.yaml";

  private static final String MICROMETER =
      "reporters: {micrometer: {registries: [{class: io.example.Registry, config: {step: 10s}}]}}";

  private static final String HANDLERS =
      "handlers: [{class: com.example.Audit, events: [http.**]}]";

  private final Key root = Key.root();

  private AskedKeys() {}

  static Key read() throws IOException, ReflectiveOperationException {
    AskedKeys keys = new AskedKeys();
    keys.add(ConfigFixture.yaml(everyKey()).variable("OTEL_RESOURCE_ATTRIBUTES", "any=text"));
    keys.add(ConfigFixture.yaml("reporters: {statsd: {socket: 'unixstream:///run/dsd.socket'}}"));
    // refused for want of a jar of extensions, and asked for its keys all the same
    keys.add(ConfigFixture.yaml(MICROMETER));
    keys.add(ConfigFixture.yaml(HANDLERS));
    // by default a reporter is off, and an absent one is asked for nothing
    String all = String.join(",", keys.root.at("reporters").named().keySet());
    keys.add(ConfigFixture.empty().property("telemetry.reporters", all));
    return keys.root;
  }

  static String everyKey() throws IOException {
    try (InputStream in = AskedKeys.class.getResourceAsStream(EVERY_KEY)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns what is wrong with a configuration, as {@code check} says it. */
  static List<String> errorsOf(Config config) throws IOException, ReflectiveOperationException {
    Settings.read(config, AllModules.installed());
    return config.errors().isEmpty() ? List.of() : config.errors().messages();
  }

  private void add(ConfigFixture fixture) throws IOException, ReflectiveOperationException {
    Config config = fixture.load();
    errorsOf(config);
    config.readings().sentences().forEach((shape, sentence) -> root.at(shape).describe(sentence));
    config.readings().all().stream()
        .filter(reading -> !isVariable(reading) && !isListOfNames(reading))
        .forEach(reading -> add(config, reading));
  }

  /** A variable of another program, which is asked for by its own name. */
  private static boolean isVariable(Reading reading) {
    return reading.path().equals(reading.path().toUpperCase(Locale.ROOT));
  }

  /** {@code TELEMETRY_REPORTERS=statsd,log}, which no file can say. */
  private static boolean isListOfNames(Reading reading) {
    boolean list = reading.expected().kind() == Expected.Kind.LIST;
    return reading.path().startsWith("reporters[") || (list && reading.path().equals("reporters"));
  }

  private void add(Config config, Reading reading) {
    Key key = root.at(reading.shape());
    key.expect(reading.expected());
    for (String variable : config.readings().variables(reading.path())) {
      boolean plain = reading.path().equals(reading.shape());
      key.addVariable("`" + variable + "`" + (plain ? "" : " (`" + reading.path() + "`)"));
    }
  }
}
