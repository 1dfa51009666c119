package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.poller.Growth;
import dev.telemetry.poll.PeriodicMeasurement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** Emits an event for each MBean that matches, with the attributes that are asked for. */
final class BeanMeasurement implements PeriodicMeasurement {
  private static final int MOST_BEANS = 1000;

  private final ObjectName pattern;
  private final Asked asked;
  private final Surroundings surroundings;
  private final String[] attributes;
  private final Growth growth = new Growth();
  private final Set<String> told = new HashSet<>();

  BeanMeasurement(ObjectName pattern, Asked asked, Surroundings surroundings) {
    this.pattern = pattern;
    this.asked = asked;
    this.surroundings = surroundings;
    Set<String> names = new LinkedHashSet<>();
    asked.readings().forEach(reading -> names.add(reading.attribute()));
    attributes = names.toArray(new String[0]);
  }

  @Override
  public void measure() throws JMException {
    if (!asked.enabled()) {
      return;
    }
    growth.begin();
    Set<ObjectName> seen = new HashSet<>();
    for (MBeanServer server : BeanServers.thatMayHave(pattern)) {
      for (ObjectName name : server.queryNames(pattern, null)) {
        if (seen.size() < MOST_BEANS && seen.add(name)) {
          measure(server, name);
        } else if (seen.size() >= MOST_BEANS) {
          tellOnce("", "more than " + MOST_BEANS + " beans match, the others are left out");
        }
      }
    }
    growth.end();
  }

  private void measure(MBeanServer server, ObjectName name) throws JMException {
    try {
      Map<String, Object> values = new HashMap<>();
      for (Attribute value : server.getAttributes(name, attributes).asList()) {
        values.put(value.getName(), value.getValue());
      }
      asked.emit(numbers(name, values), metadata(name));
    } catch (InstanceNotFoundException gone) {
      // between the two calls; the next look will not find it
    }
  }

  private Map<String, Number> numbers(ObjectName name, Map<String, Object> values) {
    Map<String, Number> numbers = new LinkedHashMap<>();
    for (Reading reading : asked.readings()) {
      Object value = within(values.get(reading.attribute()), reading.keys());
      Number number = Numbers.of(value);
      if (number != null) {
        numbers.put(
            reading.measurement(),
            reading.isCounter() ? growth.step(name + " " + reading.source(), number) : number);
      } else if (!(value instanceof Number)) {
        tellOnce(reading.source(), name + " has no number " + reading.source());
      }
    }
    return numbers;
  }

  private static @Nullable Object within(@Nullable Object value, String[] keys) {
    Object inner = value;
    for (String key : keys) {
      inner = inner instanceof CompositeData ? part((CompositeData) inner, key) : null;
    }
    return inner;
  }

  private static @Nullable Object part(CompositeData data, String key) {
    return data.containsKey(key) ? data.get(key) : null;
  }

  private static Map<String, String> metadata(ObjectName name) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(BeanTarget.DOMAIN, name.getDomain());
    name.getKeyPropertyList().forEach((key, value) -> metadata.put(key, unquoted(value)));
    return metadata;
  }

  private static String unquoted(String value) {
    return value.startsWith("\"") ? ObjectName.unquote(value) : value;
  }

  /** Once for a rule, whichever bean it was: a typo is one in all of them. */
  private void tellOnce(String about, String what) {
    if (told.add(about)) {
      surroundings.tell("poll: " + pattern + ": " + what);
    }
  }
}
