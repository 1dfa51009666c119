package dev.telemetry.demo.buttons;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A button that can be pressed. */
enum Button {
  RED("#c93a40", Duration.ofMillis(60)),
  GREEN("#2f8f4e", Duration.ofMillis(150)),
  BLUE("#3f58d6", Duration.ofMillis(400));

  private final String colour;
  private final Duration sleep;

  Button(String colour, Duration sleep) {
    this.colour = colour;
    this.sleep = sleep;
  }

  /** Returns the button of a name; empty where there is none. */
  static Optional<Button> named(String name) {
    return Arrays.stream(values()).filter(button -> button.toString().equals(name)).findFirst();
  }

  /** Returns what the page looks like when it was pressed. */
  public String colour() {
    return colour;
  }

  /** Returns how long it takes to find that out. */
  Duration sleep() {
    return sleep;
  }

  /** Returns the name that messages bear. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
