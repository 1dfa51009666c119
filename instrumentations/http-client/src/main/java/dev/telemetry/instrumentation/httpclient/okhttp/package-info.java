/**
 * Measures OkHttp 3 to 5: calls that are executed or enqueued, whoever implements them.
 *
 * <p>Uses OkHttp's types in {@code companion} alone.
 */
package dev.telemetry.instrumentation.httpclient.okhttp;
