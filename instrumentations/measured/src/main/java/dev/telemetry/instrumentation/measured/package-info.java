/** Measures methods that bear {@code @Measured}, or whose type does, or that the settings name. */
package dev.telemetry.instrumentation.measured;
