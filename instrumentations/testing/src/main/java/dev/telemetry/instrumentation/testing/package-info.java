/**
 * The contract that every instrumentation passes, the JUnit 5 extension that weaves in-process, the
 * loader that holds a library in one version of many, and real servers.
 */
package dev.telemetry.instrumentation.testing;
