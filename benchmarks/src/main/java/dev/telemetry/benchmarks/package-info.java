/** JMH benchmarks of the hot path, each beside the limit that it is compared with. */
package dev.telemetry.benchmarks;
