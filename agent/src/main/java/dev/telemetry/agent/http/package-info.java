/**
 * The agent's own HTTP port: listens, reads requests, finds who answers. Features bring the routes.
 *
 * <p>A small server of its own, for {@code GET} and {@code HEAD} alone, one request a connection:
 * what a client does or leaves undone costs bounded memory, threads and time. Knows no feature.
 */
package dev.telemetry.agent.http;
