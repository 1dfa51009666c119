package dev.telemetry.benchmarks.results;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** All numbers of a suite, in the order in which they were measured. Not thread-safe. */
public final class Samples {
  private static final String HEADER = "subject,variant,round,measure,value";
  private static final MathContext DIGITS = new MathContext(6);

  private final List<Sample> all = new ArrayList<>();

  /** Adds a number of a run, none of whose names may have a comma in it. */
  public void add(Run run, String measure, double value) {
    if ((run.subject() + run.variant() + measure).contains(",")) {
      throw new IllegalArgumentException("a comma ends a cell: " + run + ", " + measure);
    }
    all.add(new Sample(run, measure, value));
  }

  /** Tells whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The subjects, each once, as they were first met. */
  public List<String> subjects() {
    return all.stream().map(sample -> sample.run().subject()).distinct().toList();
  }

  /** The variants of a subject for which there is a measure, each once, as they were first met. */
  public List<String> variants(String subject, String measure) {
    return of(subject, measure).map(sample -> sample.run().variant()).distinct().toList();
  }

  /** The numbers by round; empty where there are none. */
  public SortedMap<Integer, Double> rounds(String subject, String variant, String measure) {
    SortedMap<Integer, Double> rounds = new TreeMap<>();
    of(subject, measure)
        .filter(sample -> sample.run().variant().equals(variant))
        .forEach(sample -> rounds.put(sample.run().round(), sample.value()));
    return rounds;
  }

  /** The middle one of the rounds; not a number where there are none. */
  public double median(String subject, String variant, String measure) {
    double[] values =
        rounds(subject, variant, measure).values().stream().mapToDouble(x -> x).sorted().toArray();
    int half = values.length / 2;
    if (values.length == 0) {
      return Double.NaN;
    }
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /** What one variant takes of a measure relative to another, from the rounds that both have. */
  public Ratio ratio(String subject, String measure, Pair variants) {
    return Ratio.paired(
        rounds(subject, variants.of(), measure), rounds(subject, variants.to(), measure));
  }

  /**
   * Two variants to compare.
   *
   * @param of the one that is told of
   * @param to the one that is 1
   */
  public record Pair(String of, String to) {}

  /** Writes them; six digits of each number. */
  public void write(Path file) throws IOException {
    Function<Sample, String> line =
        sample ->
            String.join(
                ",",
                sample.run().subject(),
                sample.run().variant(),
                Integer.toString(sample.run().round()),
                sample.measure(),
                plain(sample.value()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Stream.concat(Stream.of(HEADER), all.stream().map(line)).toList());
  }

  /** Reads what was written; none where the file is not there. */
  public static Samples read(Path file) throws IOException {
    Samples samples = new Samples();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().skip(1).forEach(line -> samples.parse(file, line));
    }
    return samples;
  }

  private void parse(Path file, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException(file + ": " + Arrays.toString(cells) + ", not " + HEADER);
    }
    Run run = new Run(cells[0], cells[1], Integer.parseInt(cells[2]));
    add(run, cells[3], Double.parseDouble(cells[4]));
  }

  private Stream<Sample> of(String subject, String measure) {
    return all.stream()
        .filter(sample -> sample.run().subject().equals(subject))
        .filter(sample -> sample.measure().equals(measure));
  }

  private static String plain(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
