/**
 * Measures calls to other services over HTTP: owns the module and which libraries it is made of.
 *
 * <p>What a call is stands in {@code call}; each library has a package of its own beside it, and
 * none of them knows another.
 */
package dev.telemetry.instrumentation.httpclient;
