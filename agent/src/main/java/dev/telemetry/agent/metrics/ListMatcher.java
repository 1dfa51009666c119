package dev.telemetry.agent.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of rules: any of them, but all of those with {@code !=}, for whoever writes two of these
 * means neither value.
 */
final class ListMatcher extends ValueMatcher {
  private final ValueMatcher[] any;
  private final ValueMatcher[] all;

  private ListMatcher(List<ValueMatcher> any, List<ValueMatcher> all) {
    super(Arrays.asList(any, all), false);
    this.any = any.toArray(new ValueMatcher[0]);
    this.all = all.toArray(new ValueMatcher[0]);
  }

  static ValueMatcher of(List<ValueMatcher> rules) {
    List<ValueMatcher> any = new ArrayList<>();
    List<ValueMatcher> all = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (ValueMatcher rule : rules) {
      if (rule instanceof ExactMatcher) {
        texts.addAll(((ExactMatcher) rule).texts());
      } else if (rule instanceof NotMatcher) {
        all.add(rule);
      } else {
        any.add(rule);
      }
    }
    if (!texts.isEmpty()) {
      any.add(0, new ExactMatcher(texts));
    }
    return any.size() + all.size() == 1 && all.isEmpty() ? any.get(0) : new ListMatcher(any, all);
  }

  @Override
  boolean testText(@Nullable String text) {
    for (ValueMatcher rule : all) {
      if (!rule.testText(text)) {
        return false;
      }
    }
    for (ValueMatcher rule : any) {
      if (rule.testText(text)) {
        return true;
      }
    }
    return any.length == 0;
  }

  @Override
  boolean testNumber(double number) {
    for (ValueMatcher rule : all) {
      if (!rule.testNumber(number)) {
        return false;
      }
    }
    for (ValueMatcher rule : any) {
      if (rule.testNumber(number)) {
        return true;
      }
    }
    return any.length == 0;
  }
}
