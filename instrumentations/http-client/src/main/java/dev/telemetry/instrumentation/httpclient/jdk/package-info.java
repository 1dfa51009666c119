/**
 * Measures the JDK's own clients: {@code java.net.http.HttpClient} and {@code HttpURLConnection}.
 *
 * <p>Knows the JDK's inner classes by name alone, to weave them; what is asked of their objects is
 * their public API.
 */
package dev.telemetry.instrumentation.httpclient.jdk;
