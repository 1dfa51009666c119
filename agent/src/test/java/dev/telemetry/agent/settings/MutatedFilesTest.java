package dev.telemetry.agent.settings;

import static org.assertj.core.api.Assertions.fail;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricBinder;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file, however broken, stops the agent, and whatever is said of one says where. {@code
 * -Dmutations=100000} tries more files, {@code -Dmutations.seed} others.
 */
class MutatedFilesTest {
  private static final int FILES = Integer.getInteger("mutations", 5_000);
  private static final long SEED = Long.getLong("mutations.seed", 20_240_601);

  /** So generous that only what hangs exceeds it. */
  private static final long WATCHDOG_MINUTES = 2;

  private static final Pattern PLACED = Pattern.compile("(?s)telemetry\\.yaml:\\d+:\\d+: .+");

  /** The agent's own words for what it did not foresee. */
  private static final Pattern UNFORESEEN = Pattern.compile("(?s).*(cannot be read: |Exception).*");

  private final Path file;

  MutatedFilesTest(@TempDir Path directory) {
    file = directory.resolve("telemetry.yaml");
  }

  @Test
  void mutatedFile_isReadOrRefusedByItsPlace() throws Exception {
    Mutations mutations = new Mutations(originals(), SEED);
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < FILES; i++) {
        byte[] bytes = mutations.next();
        String wrong = watched(reader, bytes);
        if (wrong != null) {
          byte[] least = smallest(reader, bytes);
          fail(
              "seed %d, file %d: %s%n%s",
              SEED, i, watched(reader, least), new String(least, StandardCharsets.UTF_8));
        }
      }
    } finally {
      reader.shutdownNow();
    }
  }

  private @Nullable String watched(ExecutorService reader, byte[] bytes) throws Exception {
    Future<@Nullable String> result = reader.submit(() -> wrongWith(bytes));
    try {
      return result.get(WATCHDOG_MINUTES, TimeUnit.MINUTES);
    } catch (TimeoutException hangs) {
      throw new AssertionError("hangs: " + new String(bytes, StandardCharsets.UTF_8), hangs);
    } catch (ExecutionException thrown) {
      StackTraceElement[] stack = Objects.requireNonNull(thrown.getCause()).getStackTrace();
      return thrown.getCause() + " at " + (stack.length > 0 ? stack[0] : "?");
    }
  }

  /** Returns what must not be; null where all is well. */
  private @Nullable String wrongWith(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Map<String, String> properties = Map.of("user.dir", String.valueOf(file.getParent()));
    Settings settings = Settings.read(Config.load("", properties, Map.of()), Shipped.all());
    for (String message : settings.config().errors().messages()) {
      if (!PLACED.matcher(message).matches() || UNFORESEEN.matcher(message).matches()) {
        return message;
      }
    }
    return settings.config().errors().isEmpty() ? wrongWhenStarted(settings) : null;
  }

  private static @Nullable String wrongWhenStarted(Settings settings) {
    Bus bus = new Bus();
    SeriesRegistry registry = new SeriesRegistry();
    bus.subscribe(new MetricBinder(registry, settings.metrics()));
    Facts facts =
        Facts.of(
            Measurements.of(Map.of("duration", 5, "size", -1)),
            Metadata.of(Map.of("http.route", "/login", "result", 303, "x", "")));
    for (String event : events(settings)) {
      SpanEvents span = bus.span(event);
      long start = span.started(facts);
      span.ended(start, facts, null);
      span.ended(start, facts, new IllegalStateException());
      bus.event(event).single(facts);
    }
    long failures = bus.failures() + registry.failures();
    return failures == 0 ? null : failures + " failures of metrics";
  }

  private static Set<String> events(Settings settings) {
    Set<String> events = new LinkedHashSet<>();
    for (Metric metric : settings.metrics()) {
      events.add(metric.definition().event());
    }
    return events;
  }

  /** Leaves out what can be left out while something is still wrong: halves, quarters, bytes. */
  private byte[] smallest(ExecutorService reader, byte[] bytes) throws Exception {
    byte[] least = bytes;
    for (int part = Math.max(1, bytes.length / 2); part > 0; part /= 2) {
      for (int at = 0; at + part <= least.length; ) {
        byte[] shorter = without(least, at, part);
        if (watched(reader, shorter) != null) {
          least = shorter;
        } else {
          at += part;
        }
      }
    }
    return least;
  }

  private static byte[] without(byte[] bytes, int from, int length) {
    byte[] rest = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, rest, 0, from);
    System.arraycopy(bytes, from + length, rest, from, rest.length - from);
    return rest;
  }

  private static List<String> originals() throws IOException {
    List<String> files = new ArrayList<>();
    files.add(Files.readString(Path.of("../demo-app/telemetry.yaml")));
    files.add(complete());
    Stream.generate(() -> files.get(0)).limit(60).toList().forEach(files::add);
    Stream.generate(() -> files.get(1)).limit(60).toList().forEach(files::add);
    WrongFiles.all().forEach(wrong -> files.addAll(wrong.files().values()));
    return files;
  }

  private static String complete() throws IOException {
    return new String(
        Objects.requireNonNull(MutatedFilesTest.class.getResourceAsStream("/complete.yaml"))
            .readAllBytes(),
        StandardCharsets.UTF_8);
  }
}
