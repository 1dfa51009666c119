package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.http.HttpHandler;
import dev.telemetry.agent.http.HttpRoutes;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.bus.Bus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The live dashboard of a running agent: records while it is on, whether or not anybody looks, so
 * that who comes late sees the past. Thread-safe.
 */
public final class Dashboard {
  private static final String PATH = "/dashboard/";
  private static final String[] FILES = {
    "app.css",
    "icon.svg",
    "uplot/uPlot.iife.min.js",
    "uplot/uPlot.min.css",
    "main.js",
    "store.js",
    "series.js",
    "charts.js",
    "format.js",
    "dom.js",
    "panels.js",
    "pages.js",
    "choice.js",
    "queries.js",
    "events.js",
    "agent.js",
    "grid.js",
    "metrics.js"
  };

  private final Bus bus;
  private final SeriesRegistry registry;
  private final HttpRoutes routes;
  private final Map<String, HttpHandler> handlers = new LinkedHashMap<>();
  private volatile @Nullable Running running;

  /** Makes one that is off. */
  public Dashboard(Bus bus, SeriesRegistry registry, HttpRoutes routes) {
    this.bus = bus;
    this.registry = registry;
    this.routes = routes;
  }

  /** Does as a section says, from now on; the history stays unless it is switched off. */
  public synchronized void use(DashboardSection section) {
    Running before = running;
    if (!section.enabled()) {
      running = null;
      handlers.forEach(routes::remove);
      handlers.clear();
      if (before != null) {
        before.end();
      }
    } else if (before == null) {
      Running now = new Running(bus, registry, section);
      running = now;
      addRoutes(now);
    } else {
      before.section(section);
    }
  }

  private void addRoutes(Running now) {
    handlers.put("/", new PageFile("index.html"));
    for (String file : FILES) {
      handlers.put(PATH + file, new PageFile(file));
    }
    handlers.put(PATH + "history", now::answerHistory);
    handlers.put(PATH + "live", now::answerLive);
    handlers.put(PATH + "events", now::answerEvents);
    handlers.forEach(routes::add);
  }

  /** Records the second that has passed. */
  public void second() {
    Running now = running;
    if (now != null) {
      now.record();
    }
  }
}
