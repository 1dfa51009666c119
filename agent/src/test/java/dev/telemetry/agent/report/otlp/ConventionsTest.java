package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the page of default metrics, which another test holds to the code, against the table. */
final class ConventionsTest {
  @Test
  void everyDefaultLastValue_isDecided() throws IOException {
    Set<String> gauges = new TreeSet<>();
    for (String name : defaults("last value")) {
      if (!Conventions.isUpDownCounter(new MetricDefinition(MetricType.LAST_VALUE, name))) {
        gauges.add(name);
      }
    }

    assertThat(gauges).containsExactly("jvm.cpu.recent_utilization");
  }

  @Test
  void everyDefaultSum_isACounter() throws IOException {
    assertThat(defaults("sum"))
        .allMatch(name -> Conventions.isCounter(new MetricDefinition(MetricType.SUM, name)));
  }

  private static Set<String> defaults(String type) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("../docs/metrics.md"))) {
      String[] cells = line.split(" *\\| *", -1);
      if (cells.length > 2 && cells[2].equals(type)) {
        names.add(cells[1].replace("`", ""));
      }
    }
    assertThat(names).isNotEmpty();
    return names;
  }
}
