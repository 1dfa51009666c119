package dev.telemetry.agent.poller.rule;

import dev.telemetry.poll.PeriodicMeasurement;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A static method without parameters, or a static field, by the name of its class. */
final class StaticTarget implements Target {
  private final boolean method;
  private final String type;
  private final String member;

  StaticTarget(boolean method, String type, String member) {
    this.method = method;
    this.type = type;
    this.member = member;
  }

  @Override
  public List<String> tags() {
    return Collections.emptyList();
  }

  @Override
  public PeriodicMeasurement measurement(Asked asked, Surroundings surroundings) {
    return new StaticMeasurement(this, asked, surroundings);
  }

  String type() {
    return type;
  }

  /** Returns what a class of that name says now; maybe null. */
  @Nullable Object valueIn(Class<?> declaring) throws ReflectiveOperationException {
    return method ? StaticMember.call(declaring, member) : StaticMember.read(declaring, member);
  }

  @Override
  public String toString() {
    return (method ? "method " : "field ") + type + "." + member;
  }
}
