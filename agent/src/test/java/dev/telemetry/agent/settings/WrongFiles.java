package dev.telemetry.agent.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads the tables {@code wrong/*.txt}. A blank line ends a case, which is the text of {@code
 * telemetry.yaml} and what is said of it:
 *
 * <pre>
 * # about the table
 * ~ a line of the file that all its cases stand in, in place of ...
 *
 * $ -Dtelemetry.service=a property, or a VARIABLE=value
 * include: [part.yaml]
 * == part.yaml
 * the text of another file
 * ! telemetry.yaml:1:2: a message
 * </pre>
 */
final class WrongFiles {
  /** The names of all tables. */
  static final List<String> TABLES =
      List.of(
          "yaml",
          "sections",
          "include",
          "given",
          "statsd",
          "datadog",
          "log",
          "metrics",
          "notes",
          "http",
          "measure");

  private static final String MAIN = "telemetry.yaml";
  private static final String VISIBLE_TAB = "\u2409";

  private final String table;
  private final List<String> frame = new ArrayList<>();
  private final List<WrongFile> cases = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private WrongFiles(String table) {
    this.table = table;
  }

  /** Returns the cases of all tables. */
  static Stream<WrongFile> all() {
    return TABLES.stream().flatMap(WrongFiles::of);
  }

  /** Returns the cases of one table. */
  static Stream<WrongFile> of(String table) {
    WrongFiles files = new WrongFiles(table);
    List<String> text = text(table).lines().toList();
    for (int i = 0; i < text.size(); i++) {
      files.take(text.get(i), i + 1);
    }
    files.take("", text.size() + 1);
    return files.cases.stream();
  }

  private static String text(String table) {
    String name = "/wrong/" + table + ".txt";
    try (InputStream in = WrongFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String line, int number) {
    if (line.startsWith("~ ")) {
      frame.add(line.substring(2));
    } else if (!line.isEmpty()) {
      lines.add(line);
    } else if (lines.stream().anyMatch(each -> !each.startsWith("#"))) {
      cases.add(of(lines, table + ".txt:" + (number - lines.size())));
      lines.clear();
    } else {
      lines.clear();
    }
  }

  private WrongFile of(List<String> text, String place) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    Map<String, String> given = new LinkedHashMap<>();
    List<String> messages = new ArrayList<>();
    String file = MAIN;
    for (String line : text) {
      if (line.startsWith("! ")) {
        messages.add(line.substring(2));
      } else if (line.startsWith("$ ")) {
        String[] nameAndValue = line.substring(2).split("=", 2);
        given.put(nameAndValue[0], nameAndValue[1]);
      } else if (line.startsWith("== ")) {
        file = line.substring(3);
      } else {
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(line);
      }
    }
    return new WrongFile(place, texts(files), given, messages);
  }

  private Map<String, String> texts(Map<String, List<String>> files) {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, text) -> texts.put(name, String.join("\n", text)));
    if (!frame.isEmpty()) {
      texts.computeIfPresent(MAIN, (name, text) -> String.join("\n", frame).replace("...", text));
    }
    texts.replaceAll((name, text) -> text.replace(VISIBLE_TAB, "\t"));
    return texts;
  }
}
