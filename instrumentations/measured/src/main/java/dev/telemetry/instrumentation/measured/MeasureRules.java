package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MethodSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules at one time, in the order of the user; of several for one method the first holds. */
final class MeasureRules {
  private final MeasureRule[] rules;

  MeasureRules(InstrumentationSettings settings) {
    rules =
        settings.sections(MeasuredSettings.RULES).values().stream()
            .map(MeasureRule::new)
            .toArray(MeasureRule[]::new);
  }

  boolean meanClass(String className) {
    for (MeasureRule rule : rules) {
      if (rule.meansClass(className)) {
        return true;
      }
    }
    return false;
  }

  @Nullable MeasureRule first(MethodSite site) {
    for (MeasureRule rule : rules) {
      if (rule.means(site)) {
        return rule;
      }
    }
    return null;
  }

  /** Tells whether these rules treat a class otherwise than others do. */
  boolean differFor(String className, MeasureRules others) {
    return !meaning(className).equals(others.meaning(className));
  }

  private List<MeasureRule> meaning(String className) {
    List<MeasureRule> meaning = new ArrayList<>();
    for (MeasureRule rule : rules) {
      if (rule.meansClass(className)) {
        meaning.add(rule);
      }
    }
    return meaning;
  }
}
