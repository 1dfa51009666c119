package dev.telemetry.agent.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges as a plain statsd 0.9.0 does: tags are folded into the name, every unknown type counts,
 * each part between colons is a value with a type of its own.
 */
final class StandardLines implements LineReader {

  @Override
  public Line read(String text) {
    String[] tagged = text.split("\\|#", -1);
    String[] parts = tagged[0].split(":", -1);
    String name = name(parts[0], tagged.length > 1 ? tagged[1] : "");
    List<Sample> samples = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (int i = 1; i < Math.max(2, parts.length); i++) {
      String[] fields = (i < parts.length ? parts[i] : "1").split("\\|", -1);
      if (accepts(fields)) {
        samples.add(sample(name, fields));
      } else {
        refused.add(Line.complaint(String.join(",", fields), text));
      }
    }
    return Line.of(samples, refused);
  }

  private static String name(String name, String tags) {
    StringBuilder folded = new StringBuilder(name);
    if (!tags.isEmpty()) {
      for (String tag : tags.split(",", -1)) {
        folded.append(';').append(tag.replaceFirst(";", "_").replaceFirst(":", "="));
      }
    }
    return folded
        .toString()
        .replaceAll("\\s+", "_")
        .replace('/', '-')
        .replaceAll("[^a-zA-Z_\\-0-9.;=]", "");
  }

  private static boolean accepts(String[] fields) {
    if (fields.length < 2 || (fields.length > 2 && Double.isNaN(Numbers.rate(fields[2])))) {
      return false;
    }
    if (fields[1].equals("s")) {
      return true;
    }
    return Numbers.isNumber(fields[0])
        && !(fields[1].equals("ms") && Double.parseDouble(fields[0]) < 0);
  }

  private static Sample sample(String name, String[] fields) {
    SampleType type = type(fields[1].trim());
    String value = type == SampleType.SET && fields[0].isEmpty() ? "0" : fields[0];
    Sample sample = Sample.of(new SeriesKey(name, "", type), value);
    if (type == SampleType.GAUGE && Numbers.isSigned(value)) {
      return sample.changing();
    }
    return fields.length > 2 ? sample.sampled(Numbers.rate(fields[2])) : sample;
  }

  private static SampleType type(String symbol) {
    SampleType type = SampleType.of(symbol);
    boolean known = type == SampleType.TIMER || type == SampleType.GAUGE || type == SampleType.SET;
    return type != null && known ? type : SampleType.COUNTER;
  }
}
