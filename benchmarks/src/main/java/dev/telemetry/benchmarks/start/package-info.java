/** What an agent adds to the start of a whole process, and to one that is idle. */
package dev.telemetry.benchmarks.start;
