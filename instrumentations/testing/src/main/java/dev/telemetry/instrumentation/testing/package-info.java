/**
 * The contract that every instrumentation passes, the JUnit 5 extension that weaves in-process, and
 * the loader that holds a library in one version of many.
 */
package dev.telemetry.instrumentation.testing;
