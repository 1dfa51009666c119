package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.NearestWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code tags} and {@code tag-values}: where the values of tags come from. */
final class TagRules {
  private static final String FROM = "from";
  private static final String FIRST = "first";
  private static final String TEMPLATE = "template";
  private static final String CONSTANT = "constant";
  private static final List<String> SOURCES = Arrays.asList(FROM, FIRST, TEMPLATE, CONSTANT);
  private static final String EXPECTED_TEMPLATE =
      "a template with keys in braces, such as \"{http.request.method} {http.route}\"";

  private final ConfigNode item;
  private final KnownNames known;

  TagRules(ConfigNode item, KnownNames known) {
    this.item = item;
    this.known = known;
  }

  /** Returns the metric with a rule for each of its tags that needs one. */
  Metric read(Metric bare) {
    Map<String, ConfigNode> written =
        new LinkedHashMap<>(
            item.child("tag-values", "Where the values of tags come from.").entries());
    List<String> tags = bare.definition().tags();
    Metric metric = bare;
    ConfigNode list = item.child("tags");
    List<ConfigNode> places = list.isList() ? list.items() : Collections.emptyList();
    for (int i = 0; i < tags.size(); i++) {
      ConfigNode own = written.remove(tags.get(i));
      TagRule rule = own == null ? plain(places.get(i), tags.get(i)) : rule(own);
      metric = rule == null ? metric : metric.withTagRule(tags.get(i), rule);
    }
    written.forEach(
        (tag, node) -> node.rejectKey(NearestWord.unlisted("one of the tags", tag, tags)));
    return metric;
  }

  /** Returns null where events have the tag's key as it is. */
  private @Nullable TagRule plain(ConfigNode place, String tag) {
    FactKey key = known.key(place, tag);
    return key.equals(FactKey.flat(tag)) ? null : TagRule.of(new KeySource(key));
  }

  private @Nullable TagRule rule(ConfigNode node) {
    if (node.isMap()) {
      return mapped(node);
    }
    String text = node.text();
    if (text == null) {
      return null;
    }
    return text.contains("{") || text.contains("}") ? template(node, text) : from(node, text);
  }

  private @Nullable TagRule from(ConfigNode node, String key) {
    if (key.trim().isEmpty()) {
      node.error("a key of the metadata");
      return null;
    }
    return TagRule.of(new KeySource(known.key(node, key)));
  }

  private @Nullable TagRule mapped(ConfigNode node) {
    // these are keys of ours, all others the user's
    node.child(FROM, "A key; all keys that are none of these four are rules that map values.");
    node.child(FIRST, "Keys, of which the first that has a value is taken.");
    node.child(TEMPLATE, "A text with keys in braces.");
    node.child(CONSTANT, "Always this.");
    Map<String, ConfigNode> values = new LinkedHashMap<>(node.entries());
    Map<String, ConfigNode> sources = new LinkedHashMap<>(values);
    sources.keySet().retainAll(SOURCES);
    values.keySet().removeAll(SOURCES);
    if (sources.size() != 1) {
      refuse(node, sources.keySet());
      return null;
    }
    Map.Entry<String, ConfigNode> source = sources.entrySet().iterator().next();
    if (source.getKey().equals(CONSTANT)) {
      values.values().forEach(value -> value.rejectKey("expected nothing beside constant"));
    }
    TagRule rule = source(source.getKey(), source.getValue());
    if (rule == null || values.isEmpty()) {
      return rule;
    }
    String about = source.getKey().equals(FROM) ? source.getValue().text("") : "";
    ValueMap map = valueMap(about, values);
    return map == null ? rule : rule.mapped(map);
  }

  private static void refuse(ConfigNode node, Set<String> sources) {
    String words = "\"from\", \"first\", \"template\" or \"constant\"";
    if (sources.isEmpty()) {
      String meaning = ", which says where the value comes from";
      node.problem("expected the key " + words + meaning + node.hint(SOURCES));
    } else {
      node.problem("expected only one of " + words + ", got " + String.join(" and ", sources));
    }
  }

  private @Nullable TagRule source(String kind, ConfigNode node) {
    if (kind.equals(FIRST)) {
      return first(node);
    }
    String text = node.text();
    if (text == null) {
      return null;
    }
    switch (kind) {
      case FROM:
        return from(node, text);
      case TEMPLATE:
        return template(node, text);
      default:
        return TagRule.constant(text);
    }
  }

  private @Nullable TagRule first(ConfigNode node) {
    List<FactKey> keys = new ArrayList<>();
    for (ConfigNode each : node.items()) {
      String key = each.text();
      if (key != null) {
        keys.add(known.key(each, key));
      }
    }
    if (keys.isEmpty() && !node.failed()) {
      node.error("a list of keys, of which the first that has a value is taken");
    }
    return keys.isEmpty() ? null : TagRule.first(keys);
  }

  private @Nullable TagRule template(ConfigNode node, String text) {
    List<String> texts = new ArrayList<>();
    List<FactKey> keys = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String key = close < 0 ? "" : text.substring(open + 1, close).trim();
      if (key.isEmpty()) {
        node.error(EXPECTED_TEMPLATE);
        return null;
      }
      texts.add(text.substring(from, open));
      keys.add(known.key(node, key));
      from = close + 1;
    }
    texts.add(text.substring(from));
    if (keys.isEmpty() || String.join("", texts).contains("}")) {
      node.error(EXPECTED_TEMPLATE);
      return null;
    }
    return TagRule.of(new Template(texts, keys));
  }

  private static @Nullable ValueMap valueMap(String about, Map<String, ConfigNode> values) {
    Map<String, String> rules = new LinkedHashMap<>();
    boolean good = true;
    for (Map.Entry<String, ConfigNode> value : values.entrySet()) {
      good &= WrittenRules.keyed(value.getValue(), about, value.getKey()) != null;
      rules.put(value.getKey(), value.getValue().text(""));
    }
    return good ? ValueMap.of(about, rules) : null;
  }
}
