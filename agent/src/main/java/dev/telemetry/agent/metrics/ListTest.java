package dev.telemetry.agent.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of rules: any of them, but all of those with {@code !=}, for whoever writes two of these
 * means neither value.
 */
final class ListTest extends ValueTest {
  private final ValueTest[] any;
  private final ValueTest[] all;

  private ListTest(List<ValueTest> any, List<ValueTest> all) {
    super(Arrays.asList(any, all), false);
    this.any = any.toArray(new ValueTest[0]);
    this.all = all.toArray(new ValueTest[0]);
  }

  static ValueTest of(List<ValueTest> rules) {
    List<ValueTest> any = new ArrayList<>();
    List<ValueTest> all = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (ValueTest rule : rules) {
      if (rule instanceof ExactTest) {
        texts.addAll(((ExactTest) rule).texts());
      } else if (rule instanceof NotTest) {
        all.add(rule);
      } else {
        any.add(rule);
      }
    }
    if (!texts.isEmpty()) {
      any.add(0, new ExactTest(texts));
    }
    return any.size() + all.size() == 1 && all.isEmpty() ? any.get(0) : new ListTest(any, all);
  }

  @Override
  boolean testText(@Nullable String text) {
    for (ValueTest rule : all) {
      if (!rule.testText(text)) {
        return false;
      }
    }
    for (ValueTest rule : any) {
      if (rule.testText(text)) {
        return true;
      }
    }
    return any.length == 0;
  }

  @Override
  boolean testNumber(double number) {
    for (ValueTest rule : all) {
      if (!rule.testNumber(number)) {
        return false;
      }
    }
    for (ValueTest rule : any) {
      if (rule.testNumber(number)) {
        return true;
      }
    }
    return any.length == 0;
  }
}
