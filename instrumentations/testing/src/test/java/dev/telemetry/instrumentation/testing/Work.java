package dev.telemetry.instrumentation.testing;

/** An application's class. */
final class Work implements Job {
  @Override
  public int run(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
    return name.length();
  }
}
