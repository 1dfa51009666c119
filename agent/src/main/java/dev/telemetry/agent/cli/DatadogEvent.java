package dev.telemetry.agent.cli;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A DogStatsD event: {@code _e{5,4}:title|text|#tags}, whose lengths count UTF-8 bytes. */
final class DatadogEvent {
  private static final Pattern HEAD = Pattern.compile("_e\\{(\\d{1,7}),(\\d{1,7})\\}:");

  private DatadogEvent() {}

  static Sample read(String text) throws BadLineException {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      throw new BadLineException("event, expected _e{TITLE BYTES,TEXT BYTES}:TITLE|TEXT");
    }
    byte[] body = text.substring(head.end()).getBytes(StandardCharsets.UTF_8);
    int title = Integer.parseInt(head.group(1));
    int end = title + 1 + Integer.parseInt(head.group(2));
    if (title == 0 || !ends(body, title) || !(end == body.length || ends(body, end))) {
      throw new BadLineException("event whose lengths do not fit its title and text");
    }
    return Sample.of(new SeriesKey(text(body, 0, title), tags(body, end), SampleType.EVENT), "1");
  }

  private static boolean ends(byte[] body, int at) {
    return at < body.length && body[at] == '|';
  }

  private static String tags(byte[] body, int from) {
    String[] fields = text(body, from, body.length).split("\\|", -1);
    for (String field : fields) {
      if (field.startsWith("#")) {
        return field.substring(1);
      }
    }
    return "";
  }

  private static String text(byte[] body, int from, int to) {
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }
}
