package dev.telemetry.agent.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes files as tired people, broken disks and bad templates do. */
final class Mutations {
  private static final int MOST_CHANGES = 4;

  private static final List<String> WORDS =
      List.of(
          ": ",
          "- ",
          "? ",
          "[",
          "]",
          "{",
          "}",
          ", ",
          "#",
          "&a ",
          "*a",
          "!",
          "!!int ",
          "|",
          ">",
          "'",
          "\"",
          "%",
          "@",
          "`",
          "---\n",
          "...\n",
          "<<: ",
          "~",
          "null",
          "true",
          "NaN",
          "-1",
          "1e999",
          "99999999999999999999",
          "0x1F",
          "1d",
          "200ms",
          "${X}",
          "${",
          "}",
          "*",
          "**",
          "..",
          "> ",
          "!= ",
          "\t",
          "\r",
          "\0",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\u00e4",
          "\ud83d\ude00",
          "a".repeat(5_000),
          "[".repeat(40),
          "\n".repeat(3),
          "duration",
          "tags",
          "from",
          "by");

  private final List<String> files;
  private final Random random;

  Mutations(List<String> files, long seed) {
    this.files = files;
    random = new Random(seed);
  }

  /** Returns the next mutated file. */
  byte[] next() {
    String text = any(files);
    for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
      text = random.nextBoolean() ? inLines(text) : inText(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(5) == 0 ? flipped(bytes) : bytes;
  }

  private byte[] flipped(byte[] bytes) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private String inText(String text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(8));
    String before = text.substring(0, at);
    return switch (random.nextInt(4)) {
      case 0 -> before + text.substring(end);
      case 1 -> before;
      case 2 -> before + any(WORDS) + text.substring(end);
      default -> before + any(WORDS) + text.substring(at);
    };
  }

  private String inLines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(one);
      case 1 -> lines.add(other, lines.get(one));
      case 2 -> Collections.swap(lines, one, other);
      case 3 -> lines.set(one, " ".repeat(random.nextInt(4)) + lines.get(one));
      default -> lines.set(one, lines.get(one).replaceFirst("^ {1,2}", ""));
    }
    return String.join("\n", lines);
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
