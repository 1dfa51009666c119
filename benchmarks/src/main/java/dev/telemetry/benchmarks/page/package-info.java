/** {@code docs/performance.md} and its plots, made from the numbers in files. */
package dev.telemetry.benchmarks.page;
