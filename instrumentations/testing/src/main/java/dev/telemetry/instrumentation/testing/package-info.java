/**
 * The contract that every instrumentation passes, and the JUnit 5 extension that weaves in-process.
 */
package dev.telemetry.instrumentation.testing;
