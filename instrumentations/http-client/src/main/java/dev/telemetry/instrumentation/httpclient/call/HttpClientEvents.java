package dev.telemetry.instrumentation.httpclient.call;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;

/** Every name that calls bear: the span with its metadata, the default metrics. */
public final class HttpClientEvents {
  /** The prefix of the span's three events. */
  public static final String REQUEST = "http.client.request";

  static final String METHOD = "http.request.method";
  static final String ADDRESS = "server.address";
  static final String PORT = "server.port";
  static final String TEMPLATE = "url.template";
  static final String STATUS = "http.response.status_code";
  static final String ERROR_TYPE = "error.type";
  static final String ACTIVE = "active";

  /** What stands for a method that is none of HTTP. */
  static final String OTHER = "_OTHER";

  /** The error type of a call that took longer than it was given. */
  static final String TIMEOUT = "timeout";

  /** The error type of a call that the application did not want any more. */
  static final String CANCELLED = "cancelled";

  /** The error type of a call that nobody can hear of any more. */
  static final String UNREACHABLE = "unreachable";

  private static final String[] TAGS = {METHOD, ADDRESS, TEMPLATE, STATUS, ERROR_TYPE};

  private HttpClientEvents() {}

  /** Returns the only span. */
  public static List<EventDefinition> events() {
    return singletonList(
        EventDefinition.span(
                REQUEST,
                "From a call's start until its response is handed to the application, or until it"
                    + " has failed; once, however often it is retried or redirected.",
                Calls.class)
            .withKey(METHOD, "The method of the first request; `_OTHER` for none of HTTP.")
            .withKey(ADDRESS, "The host that the first request is for.")
            .withKey(PORT, "Its port, a number.")
            .withKey(
                TEMPLATE,
                "The template that the path fits; absent without one in `instrumentations:"
                    + " {http-client: {paths: ...}}`.")
            .withEndKey(STATUS, "The status of the last response, a number; absent without one.")
            .withEndKey(
                ERROR_TYPE,
                "Of a failed call: the status from 400, `timeout`, `cancelled`, `unreachable`, or"
                    + " the class of what was thrown."));
  }

  /** Returns the metrics that exist without any configuration. */
  public static List<MetricDefinition> metrics() {
    return unmodifiableList(asList(duration(), count(), failures(), active()));
  }

  private static MetricDefinition duration() {
    return new MetricDefinition(MetricType.DISTRIBUTION, REQUEST + ".duration")
        .withTags(TAGS)
        .withUnit("s")
        .withBuckets(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
        .withDescription("Duration of HTTP calls to other services.");
  }

  private static MetricDefinition count() {
    return new MetricDefinition(MetricType.COUNTER, REQUEST + ".count")
        .withTags(TAGS)
        .withUnit("{request}")
        .withDescription("Number of HTTP calls to other services.");
  }

  private static MetricDefinition failures() {
    return new MetricDefinition(MetricType.COUNTER, REQUEST + ".failures")
        .withTags(TAGS)
        .withKeep(ERROR_TYPE, "present")
        .withUnit("{request}")
        .withDescription("Number of HTTP calls to other services that failed.");
  }

  private static MetricDefinition active() {
    return new MetricDefinition(MetricType.LAST_VALUE, "http.client.active_requests")
        .withEvent(REQUEST)
        .withMeasurement(ACTIVE)
        .withTags(METHOD, ADDRESS)
        .withUnit("{request}")
        .withDescription("Number of HTTP calls begun and not ended.");
  }
}
