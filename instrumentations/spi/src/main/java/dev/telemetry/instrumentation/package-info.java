/**
 * What an instrumentation implements: which classes and methods it weaves, the hooks behind its
 * advice, its events and default metrics.
 *
 * <p>Knows no instrumentation and not how weaving is done.
 */
package dev.telemetry.instrumentation;
