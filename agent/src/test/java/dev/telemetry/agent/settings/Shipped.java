package dev.telemetry.agent.settings;

import dev.telemetry.instrumentation.executor.ExecutorModule;
import dev.telemetry.instrumentation.httpclient.HttpClientModule;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import dev.telemetry.instrumentation.measured.MeasuredModule;
import dev.telemetry.instrumentation.micrometer.MicrometerModule;
import dev.telemetry.instrumentation.scheduled.ScheduledModule;
import dev.telemetry.instrumentation.servlet.ServletModule;
import dev.telemetry.instrumentation.websocket.WebSocketModule;
import java.util.List;

/** What the jar holds: its service files are joined only when it is assembled. */
final class Shipped {
  private Shipped() {}

  static Installed all() {
    return Installed.of(
        List.of(
            new ExecutorModule(),
            new HttpClientModule(),
            new JdbcModule(),
            new MeasuredModule(),
            new MicrometerModule(),
            new ScheduledModule(),
            new ServletModule(),
            new WebSocketModule()));
  }
}
