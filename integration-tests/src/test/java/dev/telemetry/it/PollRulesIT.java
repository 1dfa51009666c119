package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of docs/polling, which say what the JDK's own tools say at the same moment. */
final class PollRulesIT {
  private static final int JAVA = 17;
  private static final String FILE =
      "http: {port: 0}\ninstrumentations: {vm: {enabled: false}}\ninclude: [rules.yaml]\n";
  private static final String PROCESSOR = "Tomcat:type=GlobalRequestProcessor,name=*";
  private static final String POOL = "Tomcat:type=ThreadPool,name=*";
  private static final String SERVLET = "Tomcat:j2eeType=Servlet,name=pages,*";
  private static final String PRODUCER = "kafka.producer:type=producer-metrics,client-id=*";
  private static final String CONSUMER = "kafka.consumer:type=consumer-metrics,client-id=*";
  private static final List<Same> TOMCAT =
      List.of(
          new Same("tomcat_processor_requests_total", PROCESSOR, "requestCount"),
          new Same("tomcat_processor_errors_total", PROCESSOR, "errorCount"),
          new Same("tomcat_processor_sent_bytes_total", PROCESSOR, "bytesSent"),
          new Same("tomcat_processor_received_bytes_total", PROCESSOR, "bytesReceived"),
          new Same("tomcat_processor_maxTime", PROCESSOR, "maxTime"),
          new Same("tomcat_threads_maxThreads", POOL, "maxThreads"),
          new Same("tomcat_threads_currentThreadCount", POOL, "currentThreadCount"),
          new Same("tomcat_threads_currentThreadsBusy", POOL, "currentThreadsBusy"),
          new Same("tomcat_threads_connectionCount", POOL, "connectionCount"),
          new Same("tomcat_servlet_requests_total\\{[^}]*pages", SERVLET, "requestCount"));
  private static final List<Same> KAFKA =
      List.of(
          new Same("kafka_producer_connection_count", PRODUCER, "connection-count"),
          new Same("kafka_producer_buffer_total_bytes", PRODUCER, "buffer-total-bytes"),
          new Same("kafka_producer_buffer_available_bytes", PRODUCER, "buffer-available-bytes"),
          new Same("kafka_producer_waiting_threads", PRODUCER, "waiting-threads"),
          new Same("kafka_producer_records_total", PRODUCER, "record-send-total"),
          new Same("kafka_producer_errors_total", PRODUCER, "record-error-total"),
          new Same("kafka_producer_selects_total", PRODUCER, "select-total"),
          new Same("kafka_consumer_connections_total", CONSUMER, "connection-creation-total"),
          new Same("kafka_consumer_selects_total", CONSUMER, "select-total"));

  @Test
  void rulesOfTomcat_giveWhatItsBeansSay() {
    ForkedJvm jvm = Library.on(JAVA).agent(FILE);
    jvm.write("rules.yaml", often("tomcat.yaml"));
    try (Library library = Library.open(JAVA, jvm);
        Visitor visitor = library.visitor()) {
      for (int i = 0; i < 25; i++) {
        visitor.get(i % 5 == 0 ? "/nowhere" : "/pages/1", "browser");
      }
      try (JmxView beans = new JmxView(library.pid())) {
        AgentPages agent = new AgentPages(library.agentPort());
        TOMCAT.forEach(each -> each.await(agent, beans));
        assertThat(beans.number(PROCESSOR, "requestCount")).isEqualTo(25);
      }
    }
  }

  @Test
  void rulesOfKafkasClients_giveWhatTheirBeansSay() {
    Path[] libraries = {Artifacts.library("kafka-clients"), Artifacts.library("slf4j-api")};
    ForkedJvm jvm =
        ForkedJvm.on(JAVA)
            .classPath(Programs.all(Programs.jar("kafka", libraries), libraries))
            .agent(FILE)
            .program("example.kafka.Main");
    jvm.write("rules.yaml", often("kafka-client.yaml"));
    try (RunningProcess process = jvm.start()) {
      process.awaitOutput("clients are there");
      try (JmxView beans = new JmxView(String.valueOf(process.pid()))) {
        AgentPages agent = AgentPages.of(process);
        KAFKA.forEach(each -> each.await(agent, beans));
        assertThat(beans.number(PRODUCER, "record-error-total")).isEqualTo(1);
      }
    }
  }

  /** The rules as they are shipped, but looked at so often that a test need not wait. */
  private static String often(String file) {
    Path rules = Artifacts.module().resolve("../docs/polling").resolve(file);
    try {
      return Files.readString(rules).replaceAll("(?m)^    event:", "    every: 100ms\n    event:");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A metric and the bean that it is read from.
   *
   * @param metric how its line begins
   * @param bean a pattern that one name matches
   */
  private record Same(String metric, String bean, String attribute) {
    /** Waits until both say the same, while the bean does not change. */
    void await(AgentPages agent, JmxView beans) {
      Waiting.until(
          RunningProcess.DEADLINE,
          () -> agree(agent, beans),
          () -> metric + " is not " + beans.number(bean, attribute) + " in\n" + agent.metrics());
    }

    private boolean agree(AgentPages agent, JmxView beans) {
      double before = beans.number(bean, attribute);
      Matcher line =
          Pattern.compile("(?m)^" + metric + "[^ ]* ([^ \\n]+)$").matcher(agent.metrics());
      double told = line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
      return told == before && before == beans.number(bean, attribute);
    }
  }
}
