package dev.telemetry.instrumentation.testing;

/** The type whose subtypes the flawed instrumentation weaves. */
interface Job {
  int run(String name);
}
