package dev.telemetry.agent.docs;

import dev.telemetry.agent.config.Expected;
import dev.telemetry.agent.config.Expected.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a JSON schema (draft 2020-12) of the keys that the agent asks for. It refuses nothing that
 * the agent accepts.
 */
final class ConfigSchema {
  private static final Map<String, Object> PLACEHOLDER = Map.of("$ref", "#/$defs/placeholder");

  private ConfigSchema() {}

  static Map<String, Object> of(Key root) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Configuration of Telemetry Agent");
    schema.putAll(schemaOf(root));
    schema.put("$defs", definitions());
    return schema;
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("placeholder", pattern("\\$\\{[^}]+\\}"));
    all.put("text", Map.of("type", List.of("string", "number", "boolean")));
    all.put("duration", pattern("^[0-9]{1,9} *(ms|s|m|min|h) *$"));
    all.put("digits", pattern("^[+-]?[0-9]+$"));
    all.put("decimal", pattern("^ *[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?[dDfF]? *$"));
    return all;
  }

  private static Map<String, Object> pattern(String pattern) {
    return ordered("type", "string", "pattern", pattern);
  }

  private static Map<String, Object> schemaOf(Key key) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!key.sentence().isEmpty()) {
      schema.put("description", key.sentence());
    }
    if (key.fallbacks().size() == 1) {
      schema.put("default", fallback(key));
    }
    List<Map<String, Object>> forms = key.isLater() ? List.of() : formsOf(key);
    if (forms.size() == 1) {
      schema.putAll(forms.get(0));
    } else if (!forms.isEmpty()) {
      schema.put("anyOf", forms);
    }
    return schema;
  }

  private static Object fallback(Key key) {
    String fallback = key.fallbacks().iterator().next();
    if (key.expected().containsKey(Kind.FLAG)) {
      return Boolean.valueOf(fallback);
    }
    return key.expected().containsKey(Kind.INTEGER) ? (Object) Integer.valueOf(fallback) : fallback;
  }

  private static List<Map<String, Object>> formsOf(Key key) {
    List<Map<String, Object>> forms = new ArrayList<>();
    key.expected().values().forEach(expected -> addScalar(expected, forms));
    boolean nothing = forms.isEmpty() && !key.isPlaceholder();
    if (key.isList()) {
      Map<String, Object> list = ordered("type", typeOr("array", nothing));
      Key item = key.item();
      if (item != null) {
        list.put("items", schemaOf(item));
      }
      forms.add(list);
    }
    if (key.isMap()) {
      forms.add(mapOf(key, nothing));
    }
    return forms;
  }

  /** A key without anything behind it is an empty section or list; but no text. */
  private static Object typeOr(String type, boolean nothing) {
    return nothing ? List.of(type, "null") : type;
  }

  private static Map<String, Object> mapOf(Key key, boolean nothing) {
    Map<String, Object> map = ordered("type", typeOr("object", nothing));
    Map<String, Object> properties = new LinkedHashMap<>();
    key.named().forEach((name, inside) -> properties.put(name, schemaOf(inside)));
    if (!properties.isEmpty()) {
      map.put("properties", properties);
    }
    Key any = key.any();
    map.put("additionalProperties", any == null ? (Object) isFree(key) : schemaOf(any));
    return map;
  }

  /** Tells whether keys are the user's own, of which nothing is known. */
  private static boolean isFree(Key key) {
    return key.expected().containsKey(Kind.MAP);
  }

  private static void addScalar(Expected expected, List<Map<String, Object>> forms) {
    List<Map<String, Object>> own =
        switch (expected.kind()) {
          case TEXT -> List.of(Map.of("$ref", "#/$defs/text"));
          case FLAG -> List.of(Map.of("enum", List.of(true, false, "true", "false")));
          case CHOICE -> List.of(Map.of("enum", List.of(expected.words())));
          case INTEGER -> List.of(integer(expected), Map.of("$ref", "#/$defs/digits"));
          case NUMBER -> List.of(Map.of("type", "number"), Map.of("$ref", "#/$defs/decimal"));
          case DURATION -> List.of(Map.of("$ref", "#/$defs/duration"));
          case LIST, MAP, LATER -> List.of();
        };
    forms.addAll(own);
    if (!own.isEmpty() && expected.kind() != Kind.TEXT) {
      forms.add(PLACEHOLDER);
    }
  }

  private static Map<String, Object> integer(Expected expected) {
    Map<String, Object> integer = ordered("type", "integer");
    integer.put("minimum", Integer.valueOf(expected.words()[0]));
    integer.put("maximum", Integer.valueOf(expected.words()[1]));
    return integer;
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      ordered.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return ordered;
  }
}
