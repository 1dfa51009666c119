package dev.telemetry.agent.json;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON text, piece by piece; commas come by themselves. The caller closes what it opens.
 * For one thread.
 */
public final class JsonWriter {
  /** Below, a whole number has the digits that its shortest decimal form has. */
  private static final long MOST_DIGITS = 1L << 53;

  private final StringBuilder json = new StringBuilder();

  /** Makes an empty text. */
  public JsonWriter() {}

  /** Opens an object, as an element or behind a key. */
  public JsonWriter object() {
    return open('{');
  }

  /** Opens an object behind a key. */
  public JsonWriter object(String key) {
    return key(key).open('{');
  }

  /** Opens an array behind a key. */
  public JsonWriter array(String key) {
    return key(key).open('[');
  }

  /** Opens an array, as an element. */
  public JsonWriter array() {
    return open('[');
  }

  /** Closes the object that was opened last. */
  public JsonWriter endObject() {
    json.append('}');
    return this;
  }

  /** Closes the array that was opened last. */
  public JsonWriter endArray() {
    json.append(']');
    return this;
  }

  /** Adds a text to an array. */
  public JsonWriter text(String text) {
    separate();
    quote(text);
    return this;
  }

  /** Adds a text behind a key; null becomes {@code null}. */
  public JsonWriter text(String key, @Nullable String text) {
    key(key);
    if (text == null) {
      json.append("null");
    } else {
      quote(text);
    }
    return this;
  }

  /** Adds a text to an array; null becomes {@code null}. */
  public JsonWriter textOrNull(@Nullable String text) {
    if (text != null) {
      return text(text);
    }
    separate();
    json.append("null");
    return this;
  }

  /** Adds a number to an array, without an exponent; one that is not finite becomes null. */
  public JsonWriter number(double number) {
    separate();
    json.append(plain(number));
    return this;
  }

  /** Adds a number to an array. */
  public JsonWriter number(long number) {
    separate();
    json.append(number);
    return this;
  }

  /** Adds a number behind a key, without an exponent; one that is not finite becomes null. */
  public JsonWriter number(String key, double number) {
    key(key).json.append(plain(number));
    return this;
  }

  /** Adds a number behind a key. */
  public JsonWriter number(String key, long number) {
    key(key).json.append(number);
    return this;
  }

  /** Adds true or false behind a key. */
  public JsonWriter flag(String key, boolean flag) {
    key(key).json.append(flag);
    return this;
  }

  /** Adds an object of numbers behind a key. */
  public JsonWriter numbers(String key, Map<String, ? extends Number> numbers) {
    object(key);
    numbers.forEach((name, number) -> number(name, number.longValue()));
    return endObject();
  }

  private JsonWriter open(char bracket) {
    separate();
    json.append(bracket);
    return this;
  }

  private JsonWriter key(String key) {
    separate();
    quote(key);
    json.append(':');
    return this;
  }

  /** A value needs a comma unless it is the first, or stands behind its key. */
  private void separate() {
    int last = json.length() - 1;
    if (last >= 0 && "{[:".indexOf(json.charAt(last)) < 0) {
      json.append(',');
    }
  }

  private static String plain(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return "null";
    }
    long whole = (long) number;
    return whole == number && Math.abs(whole) < MOST_DIGITS
        ? Long.toString(whole)
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  /** Half a surrogate pair is no character, and a reader may refuse it: all go escaped. */
  private void quote(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** Returns what was written so far. */
  @Override
  public String toString() {
    return json.toString();
  }
}
