/**
 * What an application or a library sees: emit events, attach handlers, mark methods as measured.
 *
 * <pre>{@code
 * Telemetry.attach("audit", "shop.order.*", (event, measurements, metadata) -> ...);
 *
 * Order order = Telemetry.span("shop.order", Metadata.of("shop", "north"), () -> place(basket));
 * Telemetry.execute("shop.basket.emptied", Measurements.of("articles", 3));
 * }</pre>
 *
 * <p>JDK only, Java 8. Works with and without the agent; knows nothing of metrics or reporters.
 */
package dev.telemetry;
