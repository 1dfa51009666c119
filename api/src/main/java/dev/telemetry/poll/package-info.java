/**
 * Calls measurements again and again, whatever one of them does: late, failing and hanging ones
 * hold up no other.
 *
 * <pre>{@code
 * Telemetry.poller().add("queue", Duration.ofSeconds(10),
 *     () -> Telemetry.execute("shop.worker", Measurements.of("queue", queue.size())));
 * }</pre>
 *
 * <p>Owns the threads and the times; knows nothing of what is measured.
 */
package dev.telemetry.poll;
