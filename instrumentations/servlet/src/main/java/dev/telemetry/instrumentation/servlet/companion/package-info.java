/**
 * The code that uses servlet types, compiled against {@code jakarta.servlet} and defined once for
 * each loader of a servlet API, for {@code javax.servlet} under its package names.
 *
 * <p>Uses nothing newer than Servlet 3.0 and nothing that later versions dropped, and names of
 * types only as types: a name in a text would not follow.
 */
package dev.telemetry.instrumentation.servlet.companion;
