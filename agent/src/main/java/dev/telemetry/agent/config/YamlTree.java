package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree of one YAML document from the parser's events.
 *
 * <p>Not the engine's own composer: that has no limit of depth, and one of aliases only.
 */
final class YamlTree {
  private static final int DEEPEST = 32;
  private static final int LARGEST = 50_000;
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String file;
  private final ParserImpl parser;
  private final Map<Anchor, RawNode> anchors = new HashMap<>();
  private final Map<Anchor, Integer> sizes = new HashMap<>();
  private int size;

  private YamlTree(String file, String text) {
    this.file = file;
    parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
  }

  /**
   * Parses one document.
   *
   * @return null where the text holds nothing
   * @throws YamlFault where it is no single document of keys and values
   */
  static @Nullable RawNode parse(String file, String text) throws YamlFault {
    YamlTree tree = new YamlTree(file, text);
    try {
      return tree.document();
    } catch (RuntimeException malformed) {
      throw YamlFault.of(file, text, malformed);
    }
  }

  private @Nullable RawNode document() throws YamlFault {
    parser.next();
    if (!parser.checkEvent(Event.ID.DocumentStart)) {
      return null;
    }
    parser.next();
    Event first = parser.next();
    RawNode root = node(first, 0);
    parser.next();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw new YamlFault(place(parser.next()) + ": expected one document, got another \"---\"");
    }
    if (root.entries == null && !root.isNothing()) {
      throw new YamlFault(root.origin + ": expected keys and values, got " + root.shown());
    }
    return root.isNothing() ? null : root;
  }

  private RawNode node(Event event, int depth) throws YamlFault {
    size++;
    check(depth <= DEEPEST, event, "expected at most " + DEEPEST + " levels");
    if (event instanceof AliasEvent) {
      return alias((AliasEvent) event);
    }
    int before = size;
    RawNode node = fresh(event, depth);
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), node);
      sizes.put(anchor.get(), size - before);
    }
    return node;
  }

  private RawNode fresh(Event event, int depth) throws YamlFault {
    check(size <= LARGEST, event, "expected at most " + LARGEST + " values");
    switch (event.getEventId()) {
      case Scalar:
        return scalar((ScalarEvent) event);
      case SequenceStart:
        return list(event, depth);
      default:
        return map(event, depth);
    }
  }

  private RawNode alias(AliasEvent event) throws YamlFault {
    RawNode node = anchors.get(event.getAlias());
    String name = event.getAlias().getValue();
    if (node == null) {
      throw new YamlFault(place(event) + ": expected an anchor &" + name + " before this alias");
    }
    size += sizes.getOrDefault(event.getAlias(), 0);
    check(size <= LARGEST, event, "expected at most " + LARGEST + " values, aliases followed");
    return node;
  }

  private RawNode scalar(ScalarEvent event) {
    String text = event.getValue();
    boolean nothing = text.isEmpty() || text.equals("~") || text.equals("null");
    return event.isPlain() && nothing
        ? RawNode.nothing(place(event))
        : RawNode.text(place(event), text);
  }

  private RawNode list(Event start, int depth) throws YamlFault {
    List<RawNode> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(parser.next(), depth + 1));
    }
    parser.next();
    return RawNode.list(place(start), items);
  }

  private RawNode map(Event start, int depth) throws YamlFault {
    Map<String, RawNode> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      RawNode key = node(parser.next(), depth + 1);
      RawNode value = node(parser.next(), depth + 1);
      if (key.text == null) {
        throw new YamlFault(key.origin + ": expected a key, got " + key.shown());
      }
      if (entries.put(key.text, value.keyedAt(key.origin)) != null) {
        throw new YamlFault(key.origin + ": expected each key once, got " + key.shown() + " again");
      }
    }
    parser.next();
    return RawNode.map(place(start), entries);
  }

  private void check(boolean holds, Event event, String expected) throws YamlFault {
    if (!holds) {
      throw new YamlFault(place(event) + ": " + expected);
    }
  }

  private String place(Event event) {
    return YamlFault.place(file, event.getStartMark());
  }
}
