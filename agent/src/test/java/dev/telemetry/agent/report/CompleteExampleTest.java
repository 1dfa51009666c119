package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.Metric;
import org.junit.jupiter.api.Test;

/** Reads a file with every key that the configuration has by contract. */
class CompleteExampleTest {
  private final ReadConfig read =
      new ReadConfig(
          ConfigFixture.yaml(
              """
              service: shop
              tags: {env: "${ENV:dev}"}
              include: ["metrics/*.yaml"]
              http: {host: 127.0.0.1, port: 9470}
              reporters:
                statsd: {flavor: datadog, host: 127.0.0.1, port: 8125, prefix: shop}
                prometheus: {}
                otlp: {url: "http://127.0.0.1:4318/v1/metrics", every: 10s}
                log: {every: 10s, format: text, events: ["db.client.operation.*"]}
                datadog:
                  events: [{event: telemetry.handler.failure, title: "handler {handler.id} detached", text: "{error.message}", alert: error, limit: 10/min}]
                  service-checks: [{event: http.client.request, name: partner.up, status: {from: error.type, absent: ok, "*": critical}}]
              metrics:
                - counter: login.count
                  event: http.server.request
                  keep: {http.route: /login, http.request.method: POST}
                  tags: [result]
                  tag-values: {result: {from: http.response.status_code, "303": success, "*": failure}}
                - distribution: db.client.operation.query
                  tags: [db.operation.name, db.collection.name]
                  unit: millisecond
                  buckets: [1, 5, 10, 50, 100, 500]
              measure:
                - methods: "com.acme.billing.Invoices.*"
              poll:
                - mbean: "Catalina:type=ThreadPool,name=*"
                  attributes: [currentThreadsBusy, maxThreads]
                  event: tomcat.threads
                  every: 10s
              handlers: [{class: com.acme.Audit, events: ["http.server.**"]}]
              dashboard: {pages: [{title: Shop, charts: [login.count, db.client.operation.query]}]}
              instrumentations: {jdbc: {enabled: true, slow: 200ms}}
              extensions: /opt/telemetry/extensions
              """));

  @Test
  void errors_nameWhatIsNotAvailable() {
    assertThat(read.errors)
        .containsExactlyInAnyOrder(
            "telemetry.yaml:3:11: include[0]: no file matches \"metrics/*.yaml\"",
            "telemetry.yaml:9:35: reporters.log.events: not available in this version",
            "telemetry.yaml:25:1: poll: not available in this version",
            "telemetry.yaml:30:1: handlers: not available in this version",
            "telemetry.yaml:31:1: dashboard: not available in this version",
            "telemetry.yaml:32:42: instrumentations.jdbc.slow: not available in this version");
  }

  @Test
  void reporters_areOn() {
    assertThat(read.reporterNames())
        .containsExactly("statsd", "datadog", "otlp", "log", "prometheus");
  }

  @Test
  void metrics_areDefined() {
    assertThat(read.metrics)
        .extracting(Metric::toString)
        .containsExactly("COUNTER login.count", "DISTRIBUTION db.client.operation.query");
  }
}
