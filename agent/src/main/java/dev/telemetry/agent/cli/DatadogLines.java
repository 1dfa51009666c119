package dev.telemetry.agent.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Judges as DogStatsD does: tags, packed values, events and service checks. */
final class DatadogLines implements LineReader {
  private final boolean signedGaugesChange;

  /**
   * Makes a reader.
   *
   * @param signedGaugesChange whether a gauge without tags goes up or down by a signed value, as in
   *     a plain statsd; DogStatsD itself takes {@code -18} for minus 18
   */
  DatadogLines(boolean signedGaugesChange) {
    this.signedGaugesChange = signedGaugesChange;
  }

  @Override
  public Line read(String text) {
    try {
      if (text.startsWith("_e{")) {
        return Line.of(Collections.singletonList(DatadogEvent.read(text)));
      }
      if (text.startsWith("_sc|")) {
        return Line.of(Collections.singletonList(serviceCheck(text.split("\\|", -1))));
      }
      return Line.of(metric(text));
    } catch (BadLineException e) {
      return Line.bad(e.reason(), text);
    }
  }

  private List<Sample> metric(String text) throws BadLineException {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new BadLineException(colon < 0 ? "no value" : "no name");
    }
    String[] fields = text.substring(colon + 1).split("\\|", -1);
    if (fields.length < 2) {
      throw new BadLineException("no type");
    }
    SampleType type = SampleType.of(fields[1]);
    if (type == null) {
      throw new BadLineException("unknown type " + fields[1]);
    }
    SeriesKey series = new SeriesKey(text.substring(0, colon), tags(fields), type);
    return samples(series, fields[0], rate(fields));
  }

  private List<Sample> samples(SeriesKey series, String values, double rate)
      throws BadLineException {
    boolean set = series.type() == SampleType.SET;
    List<Sample> samples = new ArrayList<>();
    for (String value : set ? new String[] {values} : values.split(":", -1)) {
      if (!set && !Numbers.isNumber(value)) {
        throw new BadLineException("no number '" + value + "'");
      }
      samples.add(sample(series, value, rate));
    }
    return samples;
  }

  private Sample sample(SeriesKey series, String value, double rate) {
    Sample sample = Sample.of(series, value);
    if (series.type() != SampleType.GAUGE) {
      return sample.sampled(rate);
    }
    boolean changes = signedGaugesChange && series.tags().isEmpty() && Numbers.isSigned(value);
    return changes ? sample.changing() : sample;
  }

  private static double rate(String[] fields) throws BadLineException {
    for (int i = 2; i < fields.length; i++) {
      if (fields[i].startsWith("@")) {
        double rate = Numbers.rate(fields[i]);
        if (!(rate > 0 && rate <= 1)) {
          throw new BadLineException("rate " + fields[i] + ", expected more than 0, at most 1");
        }
        return rate;
      }
    }
    return 1;
  }

  private static Sample serviceCheck(String[] fields) throws BadLineException {
    if (fields.length < 3 || fields[1].isEmpty() || !fields[2].matches("[0-3]")) {
      throw new BadLineException("service check, expected _sc|NAME|0 to 3");
    }
    return Sample.of(new SeriesKey(fields[1], tags(fields), SampleType.SERVICE_CHECK), fields[2]);
  }

  /** Returns the tags among a line's fields, empty where it has none. */
  static String tags(String[] fields) {
    for (int i = 2; i < fields.length; i++) {
      if (fields[i].startsWith("#")) {
        return fields[i].substring(1);
      }
    }
    return "";
  }
}
