/**
 * The shape that all HTTP clients share: what a call is for, when it begins, its only end, its
 * events and metrics.
 *
 * <p>Knows no library, and of no object of a library more than that it is the same one.
 */
package dev.telemetry.instrumentation.httpclient.call;
