package dev.telemetry.agent.cli;

import java.util.HashSet;
import java.util.Set;

/** What became of the samples of one series. Bounded in memory, whatever arrives. */
final class Series {
  private static final int MOST_MEMBERS = 100_000;

  private final SampleType type;
  private final Window window = new Window();
  private final Set<String> members = new HashSet<>();
  private double count;
  private double value;

  Series(SampleType type) {
    this.type = type;
  }

  void add(Sample sample) {
    count += type.spread() ? sample.weight() : 1;
    switch (type) {
      case COUNTER:
        value += sample.number() * sample.weight();
        break;
      case GAUGE:
        gauge(sample);
        break;
      case SET:
        member(sample.value());
        break;
      case EVENT:
        value++;
        break;
      case SERVICE_CHECK:
        value = sample.number();
        break;
      default:
        value += sample.number() * sample.weight();
        window.add(sample.number());
    }
  }

  /** Returns how many samples there were; sampled timers count for those left out. */
  double count() {
    return count;
  }

  /** Returns the sum, a gauge's or check's last value, or how many members a set has. */
  double value() {
    return value;
  }

  /** Returns the newest values of a timer, histogram or distribution. */
  Window window() {
    return window;
  }

  /** A plain statsd takes the first signed value for the value itself. */
  private void gauge(Sample sample) {
    value = sample.relative() && value != 0 ? value + sample.number() : sample.number();
  }

  private void member(String member) {
    if (members.size() < MOST_MEMBERS) {
      members.add(member);
    }
    value = members.size();
  }
}
