package dev.telemetry.agent.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** A text that is no YAML, or not the YAML that a configuration is written in. */
final class YamlFault extends Exception {
  private static final long serialVersionUID = 1;

  /** Takes a complete sentence with its place. */
  YamlFault(String message) {
    super(message, null, false, false);
  }

  /** Turns what the parser throws into one sentence. */
  static YamlFault of(String file, String text, RuntimeException thrown) {
    if (thrown instanceof ReaderException) {
      return unprintable(file, text, (ReaderException) thrown);
    }
    if (!(thrown instanceof MarkedYamlEngineException)) {
      return new YamlFault(file + ":1:1: expected YAML: " + thrown.getMessage());
    }
    MarkedYamlEngineException marked = (MarkedYamlEngineException) thrown;
    Optional<Mark> mark =
        YamlWords.isOpenQuote(marked) ? marked.getContextMark() : marked.getProblemMark();
    return new YamlFault(place(file, mark) + ": " + YamlWords.of(marked));
  }

  private static YamlFault unprintable(String file, String text, ReaderException thrown) {
    int at = Math.min(Math.max(0, text.indexOf(thrown.getCodePoint())), text.length());
    String before = text.substring(0, at);
    int line = before.length() - before.replace("\n", "").length() + 1;
    int column = at - before.lastIndexOf('\n');
    String character = String.format("U+%04X", thrown.getCodePoint());
    return new YamlFault(
        file + ":" + line + ":" + column + ": expected printable text, got " + character);
  }

  /** Returns {@code file:line:column}, both counted from one. */
  static String place(String file, Optional<Mark> mark) {
    return mark.isPresent()
        ? file + ":" + (mark.get().getLine() + 1) + ":" + (mark.get().getColumn() + 1)
        : file;
  }
}
