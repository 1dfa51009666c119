package dev.telemetry.agent.runtime;

import dev.telemetry.HandlerInfo;
import dev.telemetry.agent.http.HttpAnswer;
import dev.telemetry.agent.http.HttpCounts;
import dev.telemetry.agent.http.HttpHandler;
import dev.telemetry.agent.http.HttpRequest;
import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.MetricSeries;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.bus.Bus;
import dev.telemetry.poll.PollInfo;
import dev.telemetry.weaving.WeavingReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The page {@code /status}: what the agent does and what it could not do, as JSON. */
final class StatusPage implements HttpHandler {
  static final String PATH = "/status";

  private final long begin = System.nanoTime();
  private final WeavingReport weaving;
  private final SeriesRegistry registry;
  private final Supplier<List<Reporter>> reporters;
  private final HttpCounts http;
  private Supplier<List<PollInfo>> measurements = Collections::emptyList;
  private @Nullable ConfigState config;
  private @Nullable Bus bus;
  private @Nullable AgentLog log;
  private @Nullable LiveHandlers handlers;

  /**
   * Takes what is told of.
   *
   * @param reporters those that run now
   */
  StatusPage(
      WeavingReport weaving,
      SeriesRegistry registry,
      Supplier<List<Reporter>> reporters,
      HttpCounts http) {
    this.weaving = weaving;
    this.registry = registry;
    this.reporters = reporters;
    this.http = http;
  }

  /** Takes what tells the configuration, without which the page has none. */
  StatusPage configuredBy(ConfigState config) {
    this.config = config;
    return this;
  }

  /** Takes what tells of handlers and of what the log said, without which the page has none. */
  StatusPage telling(Bus bus, AgentLog log) {
    this.bus = bus;
    this.log = log;
    return this;
  }

  /** Takes the handlers of the configuration, without which the page has none. */
  StatusPage attaching(LiveHandlers handlers) {
    this.handlers = handlers;
    return this;
  }

  /** Takes what tells the periodic measurements, without which the page has none. */
  StatusPage measuring(Supplier<List<PollInfo>> periodic) {
    measurements = periodic;
    return this;
  }

  @Override
  public void answer(HttpRequest request, HttpAnswer answer) throws IOException {
    OutputStream body = answer.body("application/json");
    body.write((json() + "\n").getBytes(StandardCharsets.UTF_8));
    body.close();
  }

  /** Returns the page. */
  String json() {
    JsonWriter json = new JsonWriter().object();
    json.text("version", Status.version());
    ConfigState known = config;
    if (known != null) {
      known.write(json);
    }
    json.number("uptime_seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    weaving(json);
    json.array("metrics");
    List<MetricSeries> metrics = new ArrayList<>(registry.metrics());
    metrics.sort(Comparator.comparing(each -> each.metric().definition().name()));
    metrics.forEach(each -> metric(json, each));
    json.endArray().array("reporters");
    reporters.get().forEach(each -> reporter(json, each));
    json.endArray().array("measurements");
    measurements.get().forEach(each -> measurement(json, each));
    json.endArray();
    LiveHandlers attached = handlers;
    if (attached != null) {
      attached.write(json);
    }
    json.object("http").number("requests", http.requests());
    json.numbers("dropped", http.drops()).endObject();
    handlers(json);
    said(json);
    return json.endObject().toString();
  }

  private void handlers(JsonWriter json) {
    Bus known = bus;
    if (known != null) {
      json.array("attached");
      for (HandlerInfo handler : known.handlers("")) {
        json.object().text("id", handler.id()).text("event", handler.event());
        json.text("on_failure", handler.onFailure().toString()).endObject();
      }
      json.endArray();
    }
  }

  private void said(JsonWriter json) {
    AgentLog known = log;
    if (known != null) {
      json.array("said");
      known.recent().forEach(json::text);
      json.endArray();
    }
  }

  private void weaving(JsonWriter json) {
    json.object("weaving").numbers("classes", weaving.wovenByModule());
    json.number("late", weaving.late()).number("failures", weaving.failures());
    json.array("skipped");
    weaving.skipped().forEach(json::text);
    json.endArray().endObject();
  }

  private static void metric(JsonWriter json, MetricSeries each) {
    json.object().text("name", each.metric().definition().name());
    json.text("type", each.metric().definition().type().name().toLowerCase(Locale.ROOT));
    json.number("series", each.size()).number("limit", each.limit());
    json.number("overflowed", each.overflowed()).number("skipped", each.skipped());
    json.number("failures", each.failures()).text("first_failure", each.firstFailure());
    json.endObject();
  }

  private static void reporter(JsonWriter json, Reporter each) {
    json.object().text("name", each.name()).text("destination", each.destination());
    json.number("sent", each.deliveries().sent());
    json.numbers("lost", each.deliveries().lost()).endObject();
  }

  private static void measurement(JsonWriter json, PollInfo each) {
    json.object().text("name", each.id()).number("every_ms", each.every().toMillis());
    json.number("runs", each.runs()).number("failures", each.failures());
    json.text("state", state(each.state())).endObject();
  }

  private static String state(PollInfo.State state) {
    switch (state) {
      case FAILING:
        return "backed off";
      case HANGING:
        return "abandoned";
      default:
        return "well";
    }
  }
}
