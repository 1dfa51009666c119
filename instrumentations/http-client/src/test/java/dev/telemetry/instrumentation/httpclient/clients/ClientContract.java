package dev.telemetry.instrumentation.httpclient.clients;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.httpclient.HttpClientModule;
import dev.telemetry.instrumentation.httpclient.call.HttpClientEvents;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
import dev.telemetry.instrumentation.testing.Libraries;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of calls, whichever client makes them. */
abstract class ClientContract extends InstrumentationContract {
  private static final String NOBODY = Partner.nobody();
  private static final long LONGEST_NANOS = SECONDS.toNanos(20);

  private static final Libraries CLIENTS = new Libraries(ClientContract.class, "clients");

  private final String client;
  private final String callerName;
  private Partner partner;
  private Caller caller;

  ClientContract(String client, String callerName) {
    this.client = client;
    this.callerName = callerName;
  }

  @BeforeEach
  void open() throws Exception {
    partner = new Partner();
    caller = caller(client, callerName);
  }

  /** Returns a new caller of that client. */
  Caller caller(String client, String callerName) throws Exception {
    return CLIENTS.of(client).make(Caller.class, callerName);
  }

  /** Calls where nobody listens, by a scheme. */
  int getFromNobody(String scheme) throws Exception {
    return caller.get(NOBODY.replaceFirst("http", scheme));
  }

  @AfterEach
  void close() {
    partner.close();
    caller.close();
  }

  @Override
  protected InstrumentationModule module() {
    HttpClientModule module = new HttpClientModule();
    module.configure(InstrumentationSettings.none().with("paths", List.of("/{page}")));
    return module;
  }

  @Override
  protected String span() {
    return HttpClientEvents.REQUEST;
  }

  @Override
  protected Callable<?> succeeding() {
    return () -> ended(() -> caller.get(partner.url("/ok")));
  }

  @Override
  protected Callable<?> failing() {
    return () -> ended(() -> caller.get(NOBODY));
  }

  @Test
  void success_tellsHostAndStatus() throws Exception {
    succeeding().call();

    assertThat(woven.events().named(span() + ".start").get(0).metadata())
        .containsExactlyInAnyOrderEntriesOf(sent("/{page}"));
    assertThat(end().name()).endsWith(".stop");
    assertThat(end().metadata())
        .containsAllEntriesOf(sent("/{page}"))
        .containsEntry("http.response.status_code", 200)
        .doesNotContainKey("error.type");
  }

  private Map<String, Object> sent(String template) {
    return Map.of(
        "http.request.method",
        "GET",
        "server.address",
        "127.0.0.1",
        "server.port",
        partner.port(),
        "url.template",
        template);
  }

  @Test
  void failureStatus_isAnErrorWithoutAnException() throws Exception {
    for (int status : new int[] {404, 500}) {
      woven.events().clear();
      ended(() -> caller.get(partner.url(status == 404 ? "/missing" : "/broken")));

      assertThat(end().name()).endsWith(".stop");
      assertThat(end().metadata())
          .containsEntry("http.response.status_code", status)
          .containsEntry("error.type", Integer.toString(status));
    }
  }

  @Test
  void redirectedCall_isOne() throws Exception {
    assertThat(ended(() -> caller.get(partner.url("/moved")))).isEqualTo(200);

    assertThat(partner.requests()).containsExactly("/moved", "/ok");
    assertThat(woven.events().named(span() + ".start")).hasSize(1);
    assertThat(end().metadata()).containsEntry("http.response.status_code", 200);
  }

  @Test
  void repeatedCall_isOne() throws Exception {
    String path = caller.repeated();
    assertThat(ended(() -> caller.get(partner.url(path)))).isEqualTo(200);

    assertThat(partner.requests()).containsExactly(path, path);
    assertThat(woven.events().named(span() + ".start")).hasSize(1);
    assertThat(end().metadata()).containsEntry("http.response.status_code", 200);
  }

  @Test
  void refusedConnection_isAnException() {
    Throwable thrown = catchThrowable(() -> failing().call());

    assertThat(end().name()).endsWith(".exception");
    assertThat(end().error()).isNotNull();
    assertThat(thrown).isNotNull();
    assertThat(end().metadata()).doesNotContainKey("http.response.status_code");
  }

  @Test
  void timeOut_isAnOutcome() {
    assertThat(catchThrowable(() -> ended(() -> caller.impatient(partner.url("/late")))))
        .isNotNull();

    assertThat(end().name()).endsWith(".stop");
    assertThat(end().metadata()).containsEntry("error.type", "timeout");
  }

  @Test
  void cancelledCall_isAnOutcome() throws Exception {
    ended(
        () -> {
          caller.cancelled(partner.url("/late"), partner::awaitReached);
          return 0;
        });

    assertThat(end().name()).endsWith(".stop");
    assertThat(end().metadata()).containsEntry("error.type", "cancelled");
  }

  /** A call may be told of on a thread of its own, a moment after the application has it. */
  private int ended(Callable<Integer> call) throws Exception {
    try {
      return call.call();
    } finally {
      long start = System.nanoTime();
      while (isUnderWay() && System.nanoTime() - start < LONGEST_NANOS) {
        Thread.onSpinWait();
      }
    }
  }

  private boolean isUnderWay() {
    int started = woven.events().named(span() + ".start").size();
    return woven.events().endsOf(span()).size() < started;
  }

  private RecordedEvent end() {
    List<RecordedEvent> ends = woven.events().endsOf(span());
    assertThat(ends).hasSize(1);
    return ends.get(0);
  }
}
