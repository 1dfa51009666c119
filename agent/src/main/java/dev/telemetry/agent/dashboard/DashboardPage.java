package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the user's own: a title and the metrics it shows. Immutable. */
final class DashboardPage {
  private final String title;
  private final List<String> charts;

  private DashboardPage(String title, List<String> charts) {
    this.title = title;
    this.charts = charts;
  }

  /** Reads an item of the list; null where it is wrong, which the configuration was told. */
  static @Nullable DashboardPage read(ConfigNode item) {
    ConfigNode named = item.child("title", "What the navigation calls the page.");
    String title = named.text();
    List<String> charts = item.child("charts", "The metrics it shows, by name, in order.").texts();
    item.rejectUnread();
    if (title == null) {
      if (!named.failed()) {
        item.problem("expected a title");
      }
      return null;
    }
    return new DashboardPage(title, charts);
  }

  void write(JsonWriter json) {
    json.object().text("title", title).array("charts");
    charts.forEach(json::text);
    json.endArray().endObject();
  }

  @Override
  public String toString() {
    return title + " " + charts;
  }
}
