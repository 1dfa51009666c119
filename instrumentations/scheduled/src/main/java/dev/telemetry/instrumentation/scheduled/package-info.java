/**
 * Spring's {@code @Scheduled} methods as spans.
 *
 * <p>Owns the one place through which Spring calls them; knows no class of Spring's but by name.
 */
package dev.telemetry.instrumentation.scheduled;
