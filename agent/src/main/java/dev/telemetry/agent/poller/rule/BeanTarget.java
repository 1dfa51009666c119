package dev.telemetry.agent.poller.rule;

import dev.telemetry.poll.PeriodicMeasurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.management.ObjectName;

/** All MBeans whose names match a pattern. */
final class BeanTarget implements Target {
  /** Key: the part of the name before the colon. */
  static final String DOMAIN = "domain";

  private final ObjectName pattern;
  private final List<String> tags;

  /**
   * Takes a pattern.
   *
   * @param tags keys of the name; null for those that the pattern leaves open
   */
  BeanTarget(ObjectName pattern, List<String> tags) {
    this.pattern = pattern;
    this.tags = tags;
  }

  /** Returns the keys of which the pattern says what they are called, but not their values. */
  static List<String> openKeys(ObjectName pattern) {
    List<String> open = new ArrayList<>();
    if (pattern.isDomainPattern()) {
      open.add(DOMAIN);
    }
    for (String key : pattern.getKeyPropertyList().keySet()) {
      if (pattern.isPropertyValuePattern(key)) {
        open.add(key);
      }
    }
    Collections.sort(open);
    return open;
  }

  @Override
  public List<String> tags() {
    return tags;
  }

  @Override
  public PeriodicMeasurement measurement(Asked asked, Surroundings surroundings) {
    return new BeanMeasurement(pattern, asked, surroundings);
  }

  @Override
  public String toString() {
    return "mbean " + pattern + " " + tags;
  }
}
