package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and judges the answers, by https://opentelemetry.io/docs/specs/otlp/: points have
 * arrived, never will, or are to be told again. Used by one thread.
 */
final class Delivery {
  static final LossReason REJECTED =
      new LossReason(
          "rejected",
          "the server took a request and refused some of its points",
          "the log has the server's words");
  static final LossReason REFUSED =
      new LossReason(
          "status *",
          "the server refused a request by this HTTP status",
          "see the URL, the headers and the server's log; 429, 502, 503 and 504 are tried again and"
              + " are no loss");

  private static final List<Integer> LATER = Arrays.asList(429, 502, 503, 504);

  private final Transport transport;
  private final GlobalTags tags;
  private final Deliveries deliveries;
  private final AgentLog log;
  private final Backoff backoff = new Backoff(Math::random, System::nanoTime);
  private @Nullable Resource resource;

  /** What a server may have taken or not; nothing else is sent before that is known. */
  private @Nullable MetricsRequest unanswered;

  Delivery(Transport transport, GlobalTags tags, Deliveries deliveries, AgentLog log) {
    this.transport = transport;
    this.tags = tags;
    this.deliveries = deliveries;
    this.log = log;
  }

  /** Stays the same instance of the service as the one before, and finishes what that began. */
  void follow(Delivery before) {
    unanswered = before.unanswered;
    resource = before.resource().with(tags);
  }

  Resource resource() {
    Resource known = resource;
    if (known == null) {
      known = Resource.detect(tags);
      resource = known;
    }
    return known;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  AgentLog log() {
    return log;
  }

  /**
   * Sends what was not answered once more; false where there still is no answer.
   *
   * @param more how many points wait to be sent after it
   */
  boolean sendAgain(int more) {
    MetricsRequest again = unanswered;
    unanswered = null;
    deliveries.waiting(more + (again == null ? 0 : again.size()));
    return again == null || send(again);
  }

  /** Sends a request; false where the server can take none for now. */
  boolean send(MetricsRequest request) {
    try {
      return judge(transport.post(request.toBytes()), request);
    } catch (IOException | RuntimeException failure) {
      keep(request, failure instanceof Unanswered);
      backoff.failed(0);
      deliveries.postpone();
      log.failure("otlp: cannot send to " + transport + ", will try again", failure);
      return false;
    }
  }

  /** The same bytes again are told apart from more of the same by those servers that can. */
  private void keep(MetricsRequest request, boolean perhapsTaken) {
    if (request.isSettled() || (perhapsTaken && request.hasSteps())) {
      request.settle();
      unanswered = request;
    }
  }

  private boolean judge(HttpAnswer answer, MetricsRequest request) {
    if (LATER.contains(answer.status())) {
      keep(request, false);
      RetryAfter asked = new RetryAfter(answer.header("Retry-After"));
      backoff.failed(asked.nanos(System.currentTimeMillis()));
      deliveries.postpone();
      log.say("otlp: " + transport + " answered " + answer.statusText() + ", will try again");
      return false;
    }
    backoff.succeeded();
    request.settle();
    deliveries.settled(request.size());
    if (answer.status() / 100 == 2) {
      arrived(answer, request.size());
    } else {
      deliveries.lost(REFUSED.of(String.valueOf(answer.status())), request.size());
      log.say("otlp: " + transport + " refused metrics: " + answer.statusText());
    }
    return true;
  }

  private void arrived(HttpAnswer answer, int points) {
    ProtoReader partial = new ProtoReader(answer.body()).message(1);
    boolean protobuf = answer.header("Content-Type").startsWith("application/x-protobuf");
    long rejected = protobuf ? Math.max(0, Math.min(points, partial.integer(1))) : 0;
    deliveries.sent(points - rejected);
    if (rejected > 0) {
      deliveries.lost(REJECTED, rejected);
      log.say("otlp: " + transport + " rejected some points: " + partial.text(2));
    }
  }

  long due(long regular) {
    return backoff.due(regular);
  }

  void close() {
    transport.close();
  }
}
