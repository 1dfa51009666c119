/**
 * Measures JDBC: one {@code db.client.operation} span for every operation an application asks a
 * statement to execute, through any pool, proxy or wrapper.
 *
 * <p>Of the SQL only the operation and the table leave this package, never its text, its literals
 * or its parameters. Knows no driver and no pool beyond the names of their packages.
 */
package dev.telemetry.instrumentation.jdbc;
