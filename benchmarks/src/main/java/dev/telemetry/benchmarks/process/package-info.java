/** JVMs that are measured from outside: how they are started, under which agents, what they use. */
package dev.telemetry.benchmarks.process;
