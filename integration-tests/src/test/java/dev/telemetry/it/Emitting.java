package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An application that emits an exactly known number of events, each of which is one line, and one
 * datagram where {@code mtu: 64} says so; and what its agent told of them at the end.
 */
final class Emitting {
  /** Stands in front of each line, so that no two of them fit into 64 bytes. */
  static final String PREFIX = "a-name-so-long-that-two-are-too-many";

  /** The one metric. */
  static final String DISTRIBUTION = "emitted.size";

  /** As the application has it: sizes are 1 to this, again and again. */
  private static final int SIZES = 1_000;

  private static final Pattern LAST =
      Pattern.compile("at the end: (?:statsd|otlp) sent (\\d+), lost (\\{[^}]*}|\\d+)");

  private final int number;
  private long sent;
  private final Map<String, Long> lost = new TreeMap<>();

  private Emitting(int number) {
    this.number = number;
  }

  /**
   * The application, ready to be started.
   *
   * @param statsd keys of that reporter's section, without braces
   */
  static ForkedJvm app(int java, String statsd, int number, int rate) {
    String section = "statsd: {own-metrics: false, every: 100ms, prefix: " + PREFIX + ", ";
    return under(java, section + statsd + "}", number, rate);
  }

  /**
   * The application under one reporter and one distribution, ready to be started.
   *
   * @param reporter that reporter's section
   */
  static ForkedJvm under(int java, String reporter, int number, int rate) {
    Path jar = Programs.jar("emitter", Artifacts.api());
    return ForkedJvm.on(java)
        .classPath(jar, Artifacts.api())
        .agent(
            "reporters:\n  "
                + reporter
                + "\nmetrics:\n  - {distribution: "
                + DISTRIBUTION
                + ", unit: '1'}\ninstrumentations: {vm: {enabled: false}}\n")
        .program("example.emitter.Main", Integer.toString(number), Integer.toString(rate));
  }

  /** Reads what became of the events, of which each is a line that was sent or lost. */
  static Emitting ended(Outcome outcome) {
    Emitting emitting = told(outcome);
    assertThat(emitting.sent + emitting.lostInAll())
        .as("made = handed to the kernel + lost, by\n" + outcome.stderr())
        .isEqualTo(emitting.number);
    return emitting;
  }

  /** Reads what the agent told; where it told of no loss, each event counts as sent. */
  static Emitting told(Outcome outcome) {
    Matcher emitted = Pattern.compile("emitted (\\d+)").matcher(outcome.stdout());
    assertThat(emitted.find()).as(outcome.stdout() + outcome.stderr()).isTrue();
    Emitting emitting = new Emitting(Integer.parseInt(emitted.group(1)));
    Matcher last = LAST.matcher(outcome.stderr());
    if (last.find()) {
      emitting.sent = Long.parseLong(last.group(1));
      Arrays.stream(last.group(2).replaceAll("[{}]", "").split(", "))
          .map(each -> each.split("="))
          .forEach(each -> emitting.lost.put(each[0], Long.valueOf(each[1])));
    } else {
      emitting.sent = emitting.number;
    }
    return emitting;
  }

  /** How many events there were. */
  long number() {
    return number;
  }

  /** What the sizes of all events add up to. */
  double sizes() {
    return IntStream.range(0, number).mapToLong(i -> 1 + i % SIZES).sum();
  }

  long sent() {
    return sent;
  }

  Map<String, Long> lost() {
    return lost;
  }

  long lostInAll() {
    return lost.values().stream().mapToLong(Long::longValue).sum();
  }
}
