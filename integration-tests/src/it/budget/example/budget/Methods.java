package example.budget;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredTag;

/** Methods that allocate nothing themselves. */
class Methods {
  private int calls;

  @Measured("budget.plain")
  void plain() {
    calls++;
  }

  @Measured("budget.tagged")
  void tagged(@MeasuredTag("kind") String kind) {
    calls += kind.length();
  }
}
