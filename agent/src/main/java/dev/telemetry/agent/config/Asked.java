package dev.telemetry.agent.config;

/** A question about a place of the configuration. Immutable. */
final class Asked {
  final String path;

  /** As {@link ConfigPlace#shape}. */
  final String shape;

  final Expected expected;

  Asked(String path, String shape, Expected expected) {
    this.path = path;
    this.shape = shape;
    this.expected = expected;
  }
}
