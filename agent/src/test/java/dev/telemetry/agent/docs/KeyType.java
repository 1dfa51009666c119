package dev.telemetry.agent.docs;

import dev.telemetry.agent.config.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words which values a key may have. */
final class KeyType {
  private KeyType() {}

  static String of(Key key) {
    List<String> types = new ArrayList<>();
    for (Expected expected : key.expected().values()) {
      String type = of(expected, key);
      if (!type.isEmpty()) {
        types.add(type);
      }
    }
    if (!key.named().isEmpty()) {
      types.add("keys and values");
    }
    return String.join(", or ", types);
  }

  private static String of(Expected expected, Key key) {
    String[] words = expected.words();
    return switch (expected.kind()) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case FLAG, CHOICE -> String.join(" or ", Stream.of(words).map(Table::code).toList());
      case INTEGER -> "whole number from " + words[0] + " to " + words[1];
      case DURATION -> "duration of at least " + Table.code(words[0]);
      case LIST -> "list" + of(" of: ", key.item());
      case MAP -> key.named().isEmpty() ? "by keys of your own" + of(": ", key.any()) : "";
      case LATER -> "";
    };
  }

  private static String of(String words, @Nullable Key inside) {
    String type = inside == null ? "" : of(inside);
    return type.isEmpty() ? "" : words + type;
  }
}
