package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Pools of the JDK's own classes, woven by the shipped agent, and Tomcat's. */
@Execution(ExecutionMode.CONCURRENT)
final class ExecutorIT {
  private static final int JAVA = 17;
  private static final int VIRTUAL_SINCE = 21;
  private static final int TASKS = 2_000;
  private static final String FILE =
      "http: {port: 0}\ninstrumentations: {executor: {enabled: true}}\n";

  @OnJava({8, 17, 25})
  void tasksOfPools_areCountedExactlyAndTimed(int java) {
    ForkedJvm jvm = app(java);
    try (RunningProcess process = jvm.start()) {
      AgentPages agent = AgentPages.of(process);
      process.awaitOutput("after 10 s"); // classes of the JDK are there before they are woven
      jvm.write("begin", "");
      process.awaitOutput("ran " + TASKS + " refused 4");
      String mail = "\\{executor_name=\"mail\",executor_type=\"thread-pool\"}";

      agent.awaitMetric("executor_task_run_seconds_count" + mail + " " + TASKS + "\n");
      agent.awaitMetric("executor_task_wait_seconds_count" + mail + " 1998\n");
      agent.awaitMetric("executor_rejected_total" + mail + " 4.0");
      agent.awaitMetric("executor_pool_threads" + mail + " 2.0");
      agent.awaitMetric("executor_pool_limit" + mail + " 2.0");
      agent.awaitMetric("executor_pool_completed_total" + mail + " " + TASKS + ".0");
      agent.awaitMetric("executor_task_run_seconds_count\\{executor_name=\"clock\",[^}]*} 4\n");
      agent.awaitMetric(
          "executor_scheduled_duration_seconds_count"
              + "\\{code_function_name=\"example.executors.Tick\",error_type=\"\"} 3\n");
      agent.awaitMetric(
          "executor_scheduled_duration_seconds_count\\{code_function_name=\"example.executors.Tick\",error_type=\"java.lang.IllegalStateException\"}"
              + " 1\n");
      agent.awaitMetric("executor_pool_active\\{[^}]*commonPool[^}]*\"fork-join\"} 1.0");
      if (java >= VIRTUAL_SINCE) {
        agent.awaitMetric("executor_pool_limit\\{[^}]*executor_type=\"virtual\"} [1-9]");
      }
      assertThat(agent.metrics()).doesNotContain("executor_name=\"telemetry");
      assertThat(agent.status()).contains("\"executor\":4", "\"failures\":0,\"skipped\":[]");
    }
  }

  @Test
  void tomcatsPool_isMeasuredToo() {
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent(FILE));
        Visitor visitor = library.visitor()) {
      for (int i = 0; i < 10; i++) {
        assertThat(visitor.get("/pages/1", "browser")).isEqualTo(200);
      }
      AgentPages agent = new AgentPages(library.agentPort());

      agent.awaitMetric("executor_task_run_seconds_count\\{[^}]*\"tomcat\"} [1-9]");
      agent.awaitMetric("executor_pool_threads\\{[^}]*-exec\",executor_type=\"tomcat\"} [1-9]");
    }
  }

  private static ForkedJvm app(int java) {
    return ForkedJvm.on(java)
        .classPath(Programs.jar("executors"))
        .agent(FILE)
        .program("example.executors.Main", String.valueOf(TASKS));
  }
}
