package dev.telemetry.instrumentation.measured;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredKey;
import dev.telemetry.MeasuredTag;
import org.jspecify.annotations.Nullable;

/** An application's handlers and what renders for them. */
class Board {
  @Measured(opens = "board.reply")
  void handle(@MeasuredKey @Nullable String session, @MeasuredTag("button") String button) {
    if (button.isEmpty()) {
      throw new IllegalArgumentException("no button");
    }
  }

  @Measured(closes = "board.reply")
  String render(@MeasuredKey String session) {
    if (session.equals("broken")) {
      throw new IllegalStateException("no page");
    }
    return "page of " + session;
  }

  /** Renders before it returns. */
  @Measured(opens = "board.reply")
  String handleAtOnce(@MeasuredKey String session) {
    return render(session);
  }

  @Measured(opens = "board.thread")
  void begin() {}

  @Measured(closes = "board.thread")
  void end() {}

  @Measured(opens = "board.far")
  void beginFar(int one, int two, @MeasuredTag("four") long four, @MeasuredKey Long key) {}

  @Measured(closes = "board.far")
  void endFar(boolean flag, double number, @MeasuredKey long key) {}

  @Measured(value = "board.step", opens = "board.second", closes = "board.thread")
  void step() {}

  @Measured(closes = "board.second")
  void last() {}
}
