package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The same text always. */
final class Constant extends TagSource {
  private final String text;

  Constant(String text) {
    super(Collections.singletonList(text));
    this.text = text;
  }

  @Override
  String text(Facts facts, @Nullable Throwable error) {
    return text;
  }
}
