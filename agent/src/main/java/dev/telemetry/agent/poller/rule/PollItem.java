package dev.telemetry.agent.poller.rule;

import static java.util.Arrays.asList;

import dev.telemetry.agent.config.ConfigNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Reads one rule of {@code poll}. */
final class PollItem {
  private static final String MBEAN = "mbean";
  private static final String METHOD = "method";
  private static final String FIELD = "field";
  private static final String EXAMPLE = "\"mbean: Catalina:type=ThreadPool,name=*\"";
  private static final String TAGS_SAY =
      "Keys of the MBean's name, `domain` too, that are tags; those that the pattern leaves open by"
          + " default.";
  private static final Pattern EVENT = Pattern.compile("[^\\s.*]+(\\.[^\\s.*]+)*");
  private static final Pattern MEMBER =
      Pattern.compile(
          "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*\\.)+"
              + "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long EVERY = TimeUnit.SECONDS.toNanos(10);

  private final ConfigNode item;

  PollItem(ConfigNode item) {
    this.item = item;
  }

  /** Returns the rule; null where it is wrong. */
  @Nullable PollRule read() {
    if (!item.isMap()) {
      item.error("a rule such as " + EXAMPLE);
      return null;
    }
    String kind = kind();
    if (kind == null) {
      item.skip();
      return null;
    }
    boolean bean = kind.equals(MBEAN);
    Target target = bean ? bean() : member(kind);
    List<Reading> readings = bean ? attributes() : Collections.singletonList(number());
    String event = event();
    long every = item.child("every", "How often.").nanos(SHORTEST, EVERY);
    item.rejectUnread();
    return item.failed() || target == null || event == null
        ? null
        : new PollRule(target, readings, event, Duration.ofNanos(every));
  }

  private @Nullable String kind() {
    List<String> given = new ArrayList<>();
    addIfGiven(MBEAN, "The name of MBeans, a pattern: `Catalina:type=ThreadPool,name=*`.", given);
    addIfGiven(METHOD, "A static method without parameters: `com.acme.Sessions.active`.", given);
    addIfGiven(
        FIELD, "A static field, a number or what has a size: `com.acme.Worker.QUEUE`.", given);
    if (given.size() != 1) {
      String got = given.isEmpty() ? "none of them" : String.join(" and ", given);
      String hint = given.isEmpty() ? item.hint(asList(MBEAN, METHOD, FIELD)) : "";
      item.problem("expected one of mbean, method and field, got " + got + hint);
      return null;
    }
    return given.get(0);
  }

  private void addIfGiven(String key, String sentence, List<String> given) {
    if (item.child(key, sentence).present()) {
      given.add(key);
    }
  }

  private @Nullable Target bean() {
    ConfigNode node = item.child(MBEAN);
    String text = node.text();
    ConfigNode tags = item.child("tags", TAGS_SAY);
    if (text == null) {
      return null;
    }
    ObjectName pattern = pattern(node, text);
    if (pattern == null || tags.present()) {
      return pattern == null ? null : new BeanTarget(pattern, tags.texts());
    }
    if (pattern.isPropertyListPattern()) {
      node.expected("\"tags\" beside a name that leaves open which keys there are", text);
    }
    return new BeanTarget(pattern, BeanTarget.openKeys(pattern));
  }

  private static @Nullable ObjectName pattern(ConfigNode node, String text) {
    try {
      return new ObjectName(text);
    } catch (MalformedObjectNameException wrong) {
      node.expected("an MBean's name such as Catalina:type=ThreadPool,name=*", text);
      return null;
    }
  }

  private @Nullable Target member(String kind) {
    ConfigNode node = item.child(kind);
    String text = node.text();
    if (text == null) {
      return null;
    }
    if (!MEMBER.matcher(text).matches()) {
      node.expected("a class and its static " + kind + " such as com.acme.Sessions.active", text);
      return null;
    }
    int dot = text.lastIndexOf('.');
    return new StaticTarget(kind.equals(METHOD), text.substring(0, dot), text.substring(dot + 1));
  }

  private Reading number() {
    String name = item.child("measurement", "The number's name in the event.").text("value");
    return reading(item, name, name);
  }

  private List<Reading> attributes() {
    ConfigNode list =
        item.child(
            "attributes",
            "The attributes that are read; `HeapMemoryUsage.used` is a part of composite data.");
    List<Reading> readings = new ArrayList<>();
    for (ConfigNode attribute : list.items()) {
      readings.add(attribute.isMap() ? described(attribute) : plain(attribute));
    }
    if (readings.isEmpty() && !item.failed()) {
      item.problem("expected \"attributes\", such as [currentThreadsBusy, maxThreads]");
    }
    return readings;
  }

  private static Reading plain(ConfigNode attribute) {
    String name = attribute.text("");
    return new Reading(name, name, false, "");
  }

  private static Reading described(ConfigNode attribute) {
    String name = attribute.child("attribute", "The attribute.").text("");
    if (name.isEmpty() && !attribute.failed()) {
      attribute.problem("expected the key \"attribute\"");
    }
    String as =
        attribute.child("as", "The number's name in the event; the attribute's by default.").text();
    Reading reading = reading(attribute, name, as == null ? name : as);
    attribute.rejectUnread();
    return reading;
  }

  private static Reading reading(ConfigNode node, String source, String name) {
    String type =
        node.child("type", "Whether it only grows, so that its steps are summed up.")
            .choice("gauge", "gauge", "counter");
    String unit = node.child("unit", "The metric's unit, such as `By`.").text("");
    return new Reading(source, name, type.equals("counter"), unit);
  }

  private @Nullable String event() {
    ConfigNode node = item.child("event", "The event's name.");
    String event = node.text();
    if (event == null && !item.failed()) {
      item.problem("expected the key \"event\", such as tomcat.threads");
    } else if (event != null && !EVENT.matcher(event).matches()) {
      node.expected("an event's name such as tomcat.threads", event);
    }
    return event;
  }
}
