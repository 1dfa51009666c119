package dev.telemetry.instrumentation.servlet;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;

/** Every name that requests bear: the span with its metadata, the default metrics. */
public final class ServletEvents {
  /** The prefix of the span's three events. */
  public static final String REQUEST = "http.server.request";

  /** Key: a known HTTP method, else {@link #OTHER}. */
  public static final String METHOD = "http.request.method";

  /**
   * Key, at the end only: the template that the request's path fits, with the path of the
   * application; {@link #UNMATCHED} where nothing with a template took the request.
   */
  public static final String ROUTE = "http.route";

  /**
   * Key, at the end only: the status as an {@link Integer}; absent where the container hides it.
   */
  public static final String STATUS = "http.response.status_code";

  /** Key: {@code http} or {@code https}, else {@link #OTHER}. */
  public static final String SCHEME = "url.scheme";

  /**
   * Key, at the end of a failed request only: the class name of what was thrown, {@link #TIMEOUT},
   * or the status; what a failure is, the settings say.
   */
  public static final String ERROR_TYPE = "error.type";

  /**
   * Key: the path of the web application, {@link #ROOT} for one without; tells several in one
   * server apart. Absent where the container does not tell.
   */
  public static final String WEBAPP = "webapp";

  /** Key, at the end only: the controller's method, else the servlet's; absent without either. */
  public static final String FUNCTION = "code.function.name";

  /** The measurement that is the number of requests begun and not ended. */
  public static final String ACTIVE = "active";

  /** The route of a request that nothing with a template took. */
  public static final String UNMATCHED = "_unmatched";

  /** The path of the application that has none. */
  public static final String ROOT = "/";

  /** What stands for values that clients could make up, and for errors without a type. */
  public static final String OTHER = "_OTHER";

  /** The error type of an asynchronous request that ran out of time. */
  public static final String TIMEOUT = "timeout";

  private ServletEvents() {}

  /** Returns the only span. */
  static List<EventDefinition> events() {
    return singletonList(
        EventDefinition.span(
                REQUEST,
                "From the first filter or servlet that sees a request to its end, also of an"
                    + " asynchronous one.",
                Requests.class)
            .withKey(METHOD, "A method of HTTP; `_OTHER` for any that is none.")
            .withKey(SCHEME, "`http` or `https`.")
            .withKey(WEBAPP, "The path of the web application, `/` for one without.")
            .withEndKey(
                ROUTE, "The template that the path fits; `_unmatched` where nothing took it.")
            .withEndKey(STATUS, "The status, a number; absent where the container hides it.")
            .withEndKey(
                ERROR_TYPE,
                "Of a failed request: the class of what was thrown, `timeout`, or the status.")
            .withEndKey(FUNCTION, "The controller's method, else the servlet's.")
            .withUserKeys("Those of `http: {tags: ...}`."));
  }

  /** Returns the metrics that exist without any configuration. */
  static List<MetricDefinition> metrics() {
    return unmodifiableList(asList(duration(), count(), failures(), active()));
  }

  private static MetricDefinition duration() {
    return new MetricDefinition(MetricType.DISTRIBUTION, REQUEST + ".duration")
        .withTags(METHOD, ROUTE, STATUS, ERROR_TYPE)
        .withUnit("s")
        .withBuckets(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
        .withDescription("Duration of HTTP requests served.");
  }

  private static MetricDefinition count() {
    return new MetricDefinition(MetricType.COUNTER, REQUEST + ".count")
        .withTags(METHOD, ROUTE, STATUS, ERROR_TYPE)
        .withUnit("{request}")
        .withDescription("Number of HTTP requests served.");
  }

  private static MetricDefinition failures() {
    return new MetricDefinition(MetricType.COUNTER, REQUEST + ".failures")
        .withTags(METHOD, ROUTE, STATUS, ERROR_TYPE)
        .withKeep(ERROR_TYPE, "present")
        .withUnit("{request}")
        .withDescription("Number of HTTP requests served that failed.");
  }

  private static MetricDefinition active() {
    return new MetricDefinition(MetricType.LAST_VALUE, "http.server.active_requests")
        .withEvent(REQUEST)
        .withMeasurement(ACTIVE)
        .withTags(METHOD, SCHEME)
        .withUnit("{request}")
        .withDescription("Number of HTTP requests begun and not ended.");
  }
}
