package dev.telemetry.benchmarks.method;

import dev.telemetry.benchmarks.process.Agent;
import java.util.List;

/**
 * A JMH benchmark to run.
 *
 * @param benchmark the end of its name
 * @param agent under which agent
 * @param threads in how many threads at once
 * @param parameter its parameter and the value of that; empty where it has none
 */
record Call(String benchmark, Agent agent, int threads, List<String> parameter) {
  static Call of(String benchmark, Agent agent) {
    return new Call(benchmark, agent, 1, List.of());
  }

  Call with(String name, Object value) {
    return new Call(benchmark, agent, threads, List.of(name, value.toString()));
  }

  Call threads(int count) {
    return new Call(benchmark, agent, count, parameter);
  }
}
