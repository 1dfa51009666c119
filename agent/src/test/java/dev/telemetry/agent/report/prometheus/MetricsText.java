package dev.telemetry.agent.report.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page as strictly as the formats are written down (Prometheus text 0.0.4, OpenMetrics
 * 1.0); anything that is not as it should be is an assertion that fails. Written without a look at
 * what writes.
 */
final class MetricsText {
  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\"(,|$)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Map<String, Set<String>> SUFFIXES =
      Map.of(
          "counter", Set.of("_total"),
          "gauge", Set.of(""),
          "summary", Set.of("", "_sum", "_count"),
          "histogram", Set.of("_bucket", "_sum", "_count"));

  private final boolean open;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<Sample, Double> samples = new LinkedHashMap<>();
  private final Set<String> ended = new HashSet<>();
  private String family = "";

  /** A line with a value. */
  record Sample(String name, Map<String, String> labels) {
    Sample without(String label, String otherName) {
      Map<String, String> left = new LinkedHashMap<>(labels);
      left.remove(label);
      return new Sample(otherName, left);
    }
  }

  private MetricsText(boolean open) {
    this.open = open;
  }

  static MetricsText prometheus(String text) {
    return new MetricsText(false).read(text);
  }

  static MetricsText openMetrics(String text) {
    assertThat(text).endsWith("# EOF\n");
    return new MetricsText(true).read(text.substring(0, text.length() - "# EOF\n".length()));
  }

  /** Type by name of the family. */
  Map<String, String> types() {
    return types;
  }

  Map<Sample, Double> samples() {
    return samples;
  }

  private MetricsText read(String text) {
    assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
    for (String line : text.split("\n", 0)) {
      if (!line.isEmpty()) {
        line(line);
      }
    }
    types.forEach(this::checkFamily);
    return this;
  }

  private void line(String line) {
    if (line.startsWith("#")) {
      Matcher comment = match(COMMENT, line);
      enter(comment.group(2));
      comment(comment.group(1), comment.group(2), comment.group(3));
    } else {
      Matcher sample = match(SAMPLE, line);
      assertThat(isOfFamily(sample.group(1))).as(line + " in " + family).isTrue();
      Sample read = new Sample(sample.group(1), labels(sample.group(2)));
      assertThat(samples.put(read, number(sample.group(3)))).as(line).isNull();
    }
  }

  /** A family is in one piece. */
  private void enter(String name) {
    if (!name.equals(family)) {
      assertThat(ended.add(family)).isTrue();
      assertThat(ended).as("families in one piece").doesNotContain(name);
      family = name;
    }
  }

  private void comment(String kind, String name, String text) {
    switch (kind) {
      case "TYPE" -> {
        assertThat(SUFFIXES).containsKey(text);
        assertThat(types.put(name, text)).isNull();
      }
      case "UNIT" -> {
        assertThat(open).isTrue();
        assertThat(name).endsWith("_" + text);
        units.put(name, text);
      }
      default ->
          assertThat(text.replace("\\\\", "").replace("\\n", "").replace("\\\"", ""))
              .doesNotContain("\\");
    }
  }

  private boolean isOfFamily(String sample) {
    String type = types.getOrDefault(family, "none");
    boolean plain = !open && type.equals("counter");
    return plain
        ? sample.equals(family) && family.endsWith("_total")
        : suffixes(type).stream().anyMatch(suffix -> sample.equals(family + suffix));
  }

  private static Map<String, String> labels(@Nullable String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (text == null) {
      return labels;
    }
    int at = 0;
    Matcher label = LABEL.matcher(text);
    while (at < text.length()) {
      assertThat(label.find(at) && label.start() == at).as(text + " at " + at).isTrue();
      String value =
          ESCAPE
              .matcher(label.group(2))
              .replaceAll(
                  e -> Matcher.quoteReplacement(e.group(1).equals("n") ? "\n" : e.group(1)));
      assertThat(labels.put(label.group(1), value)).as(text).isNull();
      at = label.end();
    }
    return labels;
  }

  private static Set<String> suffixes(String type) {
    return SUFFIXES.getOrDefault(type, Set.of());
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private void checkFamily(String name, String type) {
    List<Sample> own = new ArrayList<>();
    samples.keySet().stream()
        .filter(sample -> suffixes(type).contains(sample.name().replaceFirst(name, "")))
        .forEach(own::add);
    switch (type) {
      case "counter" ->
          samples.forEach(
              (sample, value) -> {
                if (sample.name().matches(name + "(_total)?")) {
                  assertThat(value).isNotNegative();
                }
              });
      case "histogram" -> {
        Map<Sample, List<Sample>> buckets =
            own.stream()
                .filter(sample -> sample.name().equals(name + "_bucket"))
                .collect(Collectors.groupingBy(bucket -> bucket.without("le", name + "_count")));
        own.stream()
            .filter(sample -> sample.name().equals(name + "_count"))
            .forEach(count -> checkHistogram(name, count, buckets.getOrDefault(count, List.of())));
      }
      default -> {
        // any value will do
      }
    }
    checkLabels(name, own);
  }

  private void checkHistogram(String name, Sample count, List<Sample> buckets) {
    List<Double> bounds = new ArrayList<>();
    double last = 0;
    for (Sample bucket : buckets) {
      bounds.add(number(bucket.labels().getOrDefault("le", "none")));
      double value = Objects.requireNonNull(samples.get(bucket));
      assertThat(value).isGreaterThanOrEqualTo(last);
      last = value;
    }
    assertThat(new ArrayList<>(new TreeSet<>(bounds))).as("ascending bounds").isEqualTo(bounds);
    assertThat(bounds.get(bounds.size() - 1)).isInfinite();
    assertThat(last).isEqualTo(samples.get(count));
    assertThat(samples).containsKey(new Sample(name + "_sum", count.labels()));
  }

  private void checkLabels(String name, List<Sample> own) {
    Set<Set<String>> names = new HashSet<>();
    for (Sample sample : own) {
      Set<String> labels = new TreeSet<>(sample.labels().keySet());
      labels.removeAll(Set.of("le", "quantile"));
      names.add(labels);
    }
    assertThat(names).as("label names of " + name).hasSizeLessThanOrEqualTo(1);
  }

  private static Matcher match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    assertThat(matcher.matches()).as(line).isTrue();
    return matcher;
  }
}
