package dev.telemetry.agent.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Says in the words of people who write configurations what the YAML parser has found; that parser
 * speaks of its own tokens. What is not known here is said as the parser says it.
 */
final class YamlWords {
  /** What the parser sees behind the last character. */
  private static final String END_OF_TEXT = "\0(0)";

  private static final String ESCAPE = "found unknown escape character ";
  private static final String CHARACTER = "found character '";
  private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

  static {
    SENTENCES.put(
        "mapping values are not allowed",
        "expected no second \": \" in a line (quote the value, or check the indentation and the"
            + " space behind each key's colon)");
    SENTENCES.put("could not find expected ':'", "expected \"key: value\", got no colon");
    SENTENCES.put(
        "sequence entries are not allowed", "expected the \"- \" of a list on a line of its own");
    SENTENCES.put(
        "unexpected character found", "expected a name behind & or * (or quote the value)");
    SENTENCES.put("expected chomping", "expected the text of | or > on the lines below it");
    SENTENCES.put("mapping keys are not allowed", "expected no \"? \" (quote the value)");
    SENTENCES.put(
        "expected '<document start>'", "expected all keys at the indentation of the first one");
  }

  private YamlWords() {}

  static String of(MarkedYamlEngineException thrown) {
    String problem = thrown.getProblem() == null ? "" : thrown.getProblem();
    for (Map.Entry<String, String> sentence : SENTENCES.entrySet()) {
      if (problem.startsWith(sentence.getKey())) {
        return sentence.getValue();
      }
    }
    String known = ofToken(problem);
    return known != null ? known : withContext(thrown, problem);
  }

  private static @Nullable String ofToken(String problem) {
    if (problem.contains("TAB")) {
      return "expected spaces, got a tab";
    }
    if (problem.startsWith(CHARACTER) && problem.length() > CHARACTER.length()) {
      char first = problem.charAt(CHARACTER.length());
      return "expected a value that does not begin with " + first + " (quote it)";
    }
    if (problem.startsWith(ESCAPE) && problem.length() > ESCAPE.length()) {
      char escaped = problem.charAt(ESCAPE.length());
      return "expected an escape such as \\n or \\\" in double quotes, got \\"
          + escaped
          + " (single quotes take a backslash as it is)";
    }
    return problem.startsWith("expected the node content")
        ? "expected a value, got " + got(problem)
        : null;
  }

  private static String withContext(MarkedYamlEngineException thrown, String problem) {
    Mark context = thrown.getContextMark().orElse(null);
    Mark at = thrown.getProblemMark().orElse(null);
    if (context != null && isOpenQuote(thrown)) {
      return "expected a closing quote for the text that begins here";
    }
    if (context != null && problem.startsWith("expected ',' or ")) {
      String closing = problem.substring(problem.indexOf(" or ") + 5, problem.indexOf(" or ") + 6);
      return "expected , or "
          + closing
          + " in what begins "
          + in(context)
          + ", got "
          + got(problem);
    }
    if (context != null && at != null && problem.startsWith("expected <block end>")) {
      return inBlock(context, at, problem);
    }
    String said = problem.startsWith("expected") ? problem : "expected YAML: " + problem;
    String parts = thrown.getContext() == null ? "" : thrown.getContext();
    String shown = said.replace(END_OF_TEXT, "the end of the file");
    return parts.isEmpty() ? shown : shown + " (" + parts + ")";
  }

  /**
   * Tells whether a quote was opened and not closed: where it was opened is what people look for.
   */
  static boolean isOpenQuote(MarkedYamlEngineException thrown) {
    String problem = String.valueOf(thrown.getProblem());
    return "while scanning a quoted scalar".equals(thrown.getContext())
        && problem.startsWith("found unexpected");
  }

  private static String inBlock(Mark block, Mark at, String problem) {
    if (problem.endsWith("start>'")) {
      return "expected the indentation of line "
          + (block.getLine() + 1)
          + (", which is " + block.getColumn() + ", got " + at.getColumn());
    }
    if (problem.endsWith("'-'")) {
      return "expected \"key: value\" as in line " + (block.getLine() + 1) + ", got \"- \"";
    }
    return "expected the end of the value, got " + got(problem) + " (quote the whole value)";
  }

  private static String in(Mark begin) {
    return "in line " + (begin.getLine() + 1) + ", column " + (begin.getColumn() + 1);
  }

  private static String got(String problem) {
    String token = problem.substring(problem.lastIndexOf(' ') + 1).replace("'", "");
    if (problem.contains("<stream end>")) {
      return "the end of the file";
    }
    return token.matches("\\p{Punct}") ? token : "more text";
  }
}
