/** Measures methods that bear {@code @Measured}, or whose type does. */
package dev.telemetry.instrumentation.measured;
