/** Code over Micrometer's own types, defined once for each loader that has them. */
package dev.telemetry.instrumentation.micrometer.companion;
