package dev.telemetry.instrumentation;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.TelemetryEvents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An event as data: when it is emitted, what it measures, what its metadata tells. Immutable; each
 * {@code with} method returns a changed copy.
 *
 * <p>A span stands for its three events. What the bus adds to these is declared along with it:
 * times, the span's context, and of an exception what was thrown.
 */
public final class EventDefinition {
  private static final List<String> PARTS =
      asList(TelemetryEvents.START, TelemetryEvents.STOP, TelemetryEvents.EXCEPTION);

  private static final List<String> START_MEASUREMENTS =
      asList(TelemetryEvents.MONOTONIC_TIME, TelemetryEvents.SYSTEM_TIME);

  private static final List<String> END_MEASUREMENTS =
      asList(TelemetryEvents.DURATION, TelemetryEvents.MONOTONIC_TIME);

  private static final List<String> THROWN =
      asList(
          TelemetryEvents.KIND,
          TelemetryEvents.REASON,
          TelemetryEvents.STACKTRACE,
          TelemetryEvents.ERROR_TYPE,
          TelemetryEvents.ERROR_MESSAGE);

  private final String name;
  private final String when;
  private final Class<?> emitter;
  private boolean span;
  private boolean namedByUser;
  private String userKeys = "";
  private List<Fact> measurements = emptyList();
  private List<Fact> keys = emptyList();

  private EventDefinition(String name, String when, Class<?> emitter) {
    this.name = name;
    this.when = when;
    this.emitter = emitter;
  }

  private EventDefinition(EventDefinition from) {
    this(from.name, from.when, from.emitter);
    span = from.span;
    namedByUser = from.namedByUser;
    userKeys = from.userKeys;
    measurements = from.measurements;
    keys = from.keys;
  }

  /**
   * Declares a single event.
   *
   * @param when a sentence for people
   * @param emitter the class that emits it
   */
  public static EventDefinition event(String name, String when, Class<?> emitter) {
    return new EventDefinition(name, when, emitter);
  }

  /** Declares the start and the ends of a span, see {@link #event}. */
  public static EventDefinition span(String prefix, String when, Class<?> emitter) {
    EventDefinition definition = event(prefix, when, emitter);
    definition.span = true;
    return definition;
  }

  /**
   * Declares spans that users name, see {@link #event}.
   *
   * @param example stands for their names
   */
  public static EventDefinition namedByUser(String example, String when, Class<?> emitter) {
    EventDefinition definition = span(example, when, emitter);
    definition.namedByUser = true;
    return definition;
  }

  /**
   * A copy with one more measurement; a span has it at its end.
   *
   * @param sentence what it is, for people, with its unit
   */
  public EventDefinition withMeasurement(String name, String sentence) {
    EventDefinition copy = new EventDefinition(this);
    copy.measurements = more(measurements, new Fact(name, sentence, span));
    return copy;
  }

  /**
   * A copy with one more key of the metadata; a span has it at its start already.
   *
   * @param sentence what it is, for people
   */
  public EventDefinition withKey(String key, String sentence) {
    EventDefinition copy = new EventDefinition(this);
    copy.keys = more(keys, new Fact(key, sentence, false));
    return copy;
  }

  /** A copy with one more key that a span has at its end alone, see {@link #withKey}. */
  public EventDefinition withEndKey(String key, String sentence) {
    EventDefinition copy = new EventDefinition(this);
    copy.keys = more(keys, new Fact(key, sentence, true));
    return copy;
  }

  /**
   * A copy whose metadata has further keys where users ask for them.
   *
   * @param sentence how they do
   */
  public EventDefinition withUserKeys(String sentence) {
    EventDefinition copy = new EventDefinition(this);
    copy.userKeys = sentence;
    return copy;
  }

  private static List<Fact> more(List<Fact> facts, Fact fact) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(fact);
    return unmodifiableList(more);
  }

  /** Returns the event's full name, or the span's prefix. */
  public String name() {
    return name;
  }

  /** Tells whether there are three events, of a span. */
  public boolean isSpan() {
    return span;
  }

  /** Tells whether the name is an example, because users give the names. */
  public boolean isNamedByUser() {
    return namedByUser;
  }

  /** Returns when it is emitted, for people. */
  public String when() {
    return when;
  }

  /** Returns the class that emits it. */
  public Class<?> emitter() {
    return emitter;
  }

  /** Returns the measurements, without those that the bus adds. */
  public List<Fact> measurements() {
    return measurements;
  }

  /** Returns the keys of the metadata, without those that the bus adds. */
  public List<Fact> keys() {
    return keys;
  }

  /** Returns how users ask for further keys; empty where they can't. */
  public String userKeys() {
    return userKeys;
  }

  /** Tells whether an event of this full name is declared here. */
  public boolean declares(String event) {
    if (!span) {
      return event.equals(name);
    }
    for (String part : PARTS) {
      if (namedByUser ? event.endsWith(part) : event.equals(name + part)) {
        return true;
      }
    }
    return false;
  }

  /** Returns all measurements that an event of this full name may have. */
  public Set<String> measurementsOf(String event) {
    Set<String> names = new LinkedHashSet<>();
    if (span) {
      names.addAll(isStart(event) ? START_MEASUREMENTS : END_MEASUREMENTS);
    }
    addNames(measurements, event, names);
    return names;
  }

  /** Returns all keys that the metadata of an event of this full name may have. */
  public Set<String> keysOf(String event) {
    Set<String> names = new LinkedHashSet<>();
    addNames(keys, event, names);
    if (span) {
      names.add(TelemetryEvents.SPAN_CONTEXT);
    }
    if (span && isException(event)) {
      names.addAll(THROWN);
    }
    return names;
  }

  private void addNames(List<Fact> facts, String event, Set<String> names) {
    for (Fact fact : facts) {
      if (!fact.atEnd || !span || !isStart(event)) {
        names.add(fact.name);
      }
    }
  }

  private static boolean isStart(String event) {
    return event.endsWith(TelemetryEvents.START);
  }

  private static boolean isException(String event) {
    return event.endsWith(TelemetryEvents.EXCEPTION);
  }

  @Override
  public String toString() {
    return name;
  }

  /** A measurement, or a key of the metadata. Immutable. */
  public static final class Fact {
    private final String name;
    private final String sentence;
    private final boolean atEnd;

    Fact(String name, String sentence, boolean atEnd) {
      this.name = name;
      this.sentence = sentence;
      this.atEnd = atEnd;
    }

    /** Returns the name by which events have it. */
    public String name() {
      return name;
    }

    /** Returns what it is, for people. */
    public String sentence() {
      return sentence;
    }

    /** Tells whether a span has it at its end alone. */
    public boolean isAtEndOnly() {
      return atEnd;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
