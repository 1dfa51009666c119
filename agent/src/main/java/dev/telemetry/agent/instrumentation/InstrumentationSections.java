package dev.telemetry.agent.instrumentation;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All sections that are for instrumentations. */
public final class InstrumentationSections {
  /** The instrumentation that {@code http} is for. */
  private static final String SERVLET = "servlet";

  /** The instrumentation that {@code measure} is for. */
  private static final String MEASURED = "measured";

  /** The instrumentation that {@code instrumentations: {http-client: ...}} is for. */
  private static final String HTTP_CLIENT = "http-client";

  /** The instrumentation that {@code instrumentations: {websocket: ...}} is for. */
  private static final String WEBSOCKET = "websocket";

  /** The instrumentation that {@code instrumentations: {jdbc: ...}} is for. */
  private static final String JDBC = "jdbc";

  private InstrumentationSections() {}

  /**
   * Reads them; what is wrong is as if it were not there.
   *
   * @param root of the configuration, which is told what is wrong
   * @return settings by the instrumentation's name, equal where nothing has changed
   */
  public static Map<String, InstrumentationSettings> read(ConfigNode root) {
    Map<String, InstrumentationSettings> settings = new LinkedHashMap<>();
    settings.put(
        SERVLET, HttpSection.read(root.child("http", "Requests that the application serves.")));
    settings.put(
        MEASURED,
        MeasureSection.read(
            root.child("measure", "Methods to measure, by name, without an annotation.")));
    ConfigNode others = root.child("instrumentations");
    settings.put(HTTP_CLIENT, HttpClientSection.read(others.child(HTTP_CLIENT)));
    settings.put(WEBSOCKET, WebSocketSection.read(others.child(WEBSOCKET)));
    settings.put(JDBC, JdbcSection.read(others.child(JDBC)));
    return Collections.unmodifiableMap(settings);
  }
}
