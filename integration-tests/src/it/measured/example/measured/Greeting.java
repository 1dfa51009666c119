package example.measured;

import dev.telemetry.Measured;

interface Greeting {
  @Measured
  default String greeting() {
    return "hello";
  }
}
