package dev.telemetry.weaving;

/** The type whose subtypes are woven in tests. */
public interface Greeter {
  void greet(String name);
}
