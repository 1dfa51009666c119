/**
 * Measures HTTP requests that servlet containers serve, {@code jakarta.servlet} and {@code
 * javax.servlet} alike: one start and one end for each request, with method, route, status and
 * error.
 *
 * <p>Knows no servlet type: what needs one goes through {@link
 * dev.telemetry.instrumentation.servlet.ServletAccess}.
 */
package dev.telemetry.instrumentation.servlet;
