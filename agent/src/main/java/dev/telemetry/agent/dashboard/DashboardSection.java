package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The section {@code dashboard}: whether there is one, and the user's own pages. Immutable. */
public final class DashboardSection {
  /** The section's name. */
  public static final String NAME = "dashboard";

  private final boolean enabled;
  private final List<DashboardPage> pages;
  private final @Nullable String service;

  private DashboardSection(boolean enabled, List<DashboardPage> pages, @Nullable String service) {
    this.enabled = enabled;
    this.pages = pages;
    this.service = service;
  }

  /** A copy whose pages bear the name of a service; null for none. */
  public DashboardSection named(@Nullable String service) {
    return new DashboardSection(enabled, pages, service);
  }

  /** Reads the section; what is wrong leaves the default. */
  public static DashboardSection read(ConfigNode root) {
    ConfigNode node = root.child(NAME, "The live dashboard at the agent's own port.");
    boolean enabled =
        node.child("enabled", "Whether there is the dashboard, and the hour it keeps.").flag(true);
    List<DashboardPage> pages = new ArrayList<>();
    for (ConfigNode item : node.child("pages", "Pages of your own, beside those given.").items()) {
      DashboardPage page = DashboardPage.read(item);
      if (page != null) {
        pages.add(page);
      }
    }
    return new DashboardSection(enabled, pages, null);
  }

  /** Tells whether there is a dashboard at all. */
  public boolean enabled() {
    return enabled;
  }

  void write(JsonWriter json) {
    json.text("service", service).array("pages");
    pages.forEach(page -> page.write(json));
    json.endArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DashboardSection
        && other.toString().equals(toString())
        && Objects.equals(((DashboardSection) other).service, service);
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns what is wanted, for people. */
  @Override
  public String toString() {
    return enabled ? "on " + pages : "off";
  }
}
