package dev.telemetry.benchmarks.request;

/** What is measured of requests, as files and the page name it. */
public final class RequestMeasures {
  /** Processor time of the server's process, for one request. */
  public static final String CPU = "cpu_us_per_request";

  /** What all its threads allocate, for one request. */
  public static final String ALLOCATED = "bytes_per_request";

  /** Requests in a second, as many as it answers. */
  public static final String THROUGHPUT = "requests_per_s";

  /** The median of the time that a request takes. */
  public static final String P50 = "p50_ms";

  /** What 1 of 100 requests exceeds. */
  public static final String P99 = "p99_ms";

  private RequestMeasures() {}
}
