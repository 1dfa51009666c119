package dev.telemetry.agent.runtime;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.MetricBinder;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.settings.Installed;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.instrumentation.InstrumentationModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** An agent without weaving and watch, of which the configuration changes at a word. */
final class ReloadFixture implements AutoCloseable {
  final SeriesRegistry registry = new SeriesRegistry();
  final Bus bus = new Bus();
  final MetricBinder binder;
  final LiveReporters reporters;
  final Settings settings;
  final ConfigState state;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime);
  private final ConfigFixture fixture;
  private final Reload reload;
  private Config config;

  ReloadFixture(InstrumentationModule[] modules, String... yaml) {
    this(ConfigFixture.yaml(yaml), config -> Installed.of(List.of(modules)));
  }

  private ReloadFixture(ConfigFixture fixture, Function<Config, Installed> installs) {
    this.fixture = fixture;
    config = fixture.load();
    settings = Settings.read(config, installs.apply(config));
    reporters = new LiveReporters(settings.reporters(), new ReporterContext(bus, registry, log));
    binder = new MetricBinder(registry, settings.metrics());
    bus.subscribe(binder);
    reporters.start();
    state = new ConfigState(config);
    reload = new Reload(settings, state, log);
    reload.part(reporters);
    reload.part(new LiveMetrics(settings.metrics(), binder, bus, this::flush));
  }

  static ReloadFixture of(String... yaml) {
    return new ReloadFixture(new InstrumentationModule[0], yaml);
  }

  /** With the jars of the folder that the configuration names. */
  static ReloadFixture withExtensions(String... yaml) {
    return new ReloadFixture(ConfigFixture.yaml(yaml), ReloadFixture::load);
  }

  private static Installed load(Config config) {
    try {
      return Installed.load(config);
    } catch (IOException | ReflectiveOperationException damaged) {
      throw new AssertionError(damaged);
    }
  }

  /** Writes the file anew and has it read. */
  ReloadFixture reload(String... yaml) {
    fixture.file("telemetry.yaml", yaml);
    config = config.again();
    reload.accept(config);
    return this;
  }

  /** Deletes the file and has it read. */
  void delete() {
    try {
      Files.delete(fixture.directory().resolve("telemetry.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    config = config.again();
    reload.accept(config);
  }

  void variable(String name, String value) {
    fixture.variable(name, value);
  }

  ConfigNode root() {
    return config.root();
  }

  /** Adds another part to be reloaded. */
  void part(Reloadable part) {
    reload.part(part);
  }

  /** Adds another part that answers for a section {@code test}. */
  void part(BiConsumer<Settings, Changes> part) {
    reload.part(
        new Reloadable() {
          @Override
          public Set<String> sections() {
            return Set.of("test");
          }

          @Override
          public void reload(Settings next, Changes changes) {
            part.accept(next, changes);
          }
        });
  }

  void emit(String event) {
    bus.event(event).single(Facts.of(Measurements.none(), Metadata.none()));
  }

  void emit(String event, String key, Object value) {
    bus.event(event).single(Facts.of(Measurements.none(), Metadata.of(key, value)));
  }

  void flush() {
    reporters.flush(Duration.ofSeconds(50).toNanos());
  }

  /** The counts of all series by metric. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    registry.forEach(
        (Series series) ->
            counts.merge(series.metric().definition().name(), series.count(), Long::sum));
    return counts;
  }

  /** What is said of the configuration at the agent's port. */
  String status() {
    JsonWriter json = new JsonWriter().object();
    state.write(json);
    return json.endObject().toString();
  }

  /** What the log has said since the last look. */
  List<String> said() {
    List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
    said.reset();
    return lines;
  }

  @Override
  public void close() {
    reporters.all().forEach(Reporter::stop);
  }
}
