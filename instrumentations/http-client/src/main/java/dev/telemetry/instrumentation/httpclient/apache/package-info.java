/**
 * Measures Apache HttpClient: 4 from 4.3 on and 5, where a thread waits, and 5 where none does.
 *
 * <p>Uses Apache's types in {@code companion} alone.
 */
package dev.telemetry.instrumentation.httpclient.apache;
