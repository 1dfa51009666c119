package dev.telemetry.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPortTest {
  private final HttpFixture fixture = HttpFixture.open();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void get_isAnsweredByTheRoute() {
    page("/a", "text/x", "hello");

    assertThat(fixture.client().get("/a?b=c").read())
        .isEqualTo(
            String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Type: text/x",
                "Cache-Control: no-store",
                "X-Content-Type-Options: nosniff",
                "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';"
                    + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'",
                "X-Frame-Options: DENY",
                "Referrer-Policy: no-referrer",
                "Cross-Origin-Resource-Policy: same-origin",
                "Connection: close",
                "Content-Length: 5",
                "",
                "hello"));
  }

  @Test
  void head_isAnsweredByTheHeadAlone() {
    page("/a", "text/x", "hello");

    assertThat(fixture.client().send("HEAD /a HTTP/1.1", "Host: x", "").read())
        .startsWith("HTTP/1.1 200 OK\r\n")
        .endsWith("Content-Length: 5\r\n\r\n");
  }

  @Test
  void longPage_comesInChunks() {
    page("/a", "text/x", "x".repeat(10_000));

    assertThat(fixture.client().get("/a").read())
        .contains("Transfer-Encoding: chunked\r\n\r\n2000\r\n" + "x".repeat(8192) + "\r\n")
        .endsWith("\r\n710\r\n" + "x".repeat(10_000 - 8192) + "\r\n0\r\n\r\n")
        .doesNotContain("Content-Length");
  }

  @Test
  void longPage_comesWhole_toAnOldClient() {
    page("/a", "text/x", "x".repeat(10_000));

    assertThat(fixture.client().send("GET /a HTTP/1.0", "").read())
        .endsWith("\r\n\r\n" + "x".repeat(10_000))
        .doesNotContain("chunked");
  }

  @Test
  void headOfALongPage_hasNoBody() {
    page("/a", "text/x", "x".repeat(10_000));

    assertThat(fixture.client().send("HEAD /a HTTP/1.1", "Host: x", "").read())
        .endsWith("Transfer-Encoding: chunked\r\n\r\n");
  }

  @Test
  void page_isCompressedWhereTheClientTakesIt() throws IOException {
    page("/a", "text/x", "hello");
    byte[] read = fixture.client().get("/a", "Accept-Encoding: br, gzip;q=0.5").readBytes();
    String head = new String(read, StandardCharsets.ISO_8859_1);
    int body = head.indexOf("\r\n\r\n") + 4;

    assertThat(head).contains("Content-Encoding: gzip\r\n");
    try (GZIPInputStream in =
        new GZIPInputStream(
            new java.io.ByteArrayInputStream(Arrays.copyOfRange(read, body, read.length)))) {
      assertThat(in.readAllBytes()).asString().isEqualTo("hello");
    }
  }

  @Test
  void page_isNotCompressedWhereTheClientRefusesIt() {
    page("/a", "text/x", "hello");

    assertThat(fixture.client().get("/a", "Accept-Encoding: gzip;q=0, *").read()).endsWith("hello");
  }

  @Test
  void unknownPath_isToldWhatThereIs() {
    page("/b", "text/x", "");
    page("/a", "text/x", "");

    assertThat(fixture.client().get("/elsewhere").read())
        .startsWith("HTTP/1.1 404 Not Found\r\n")
        .endsWith("\r\n\r\nNothing here. There is /a, /b\n");
  }

  @Test
  void otherMethod_isRefused_whateverItsBody() {
    String sent = "x".repeat(500_000);

    assertThat(
            fixture
                .client()
                .send("POST /a HTTP/1.1", "Host: x", "Content-Length: 500000", "", sent)
                .read())
        .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
        .contains("Allow: GET, HEAD\r\n");
  }

  @Test
  void hugeHeader_isRefused() {
    assertThat(fixture.client().get("/a", "X: " + "x".repeat(100_000)).read())
        .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n");
  }

  @Test
  void handlerThatFails_isToldToClientAndLog() {
    fixture.routes.add(
        "/a",
        (request, answer) -> {
          answer.body("text/x").write(1);
          throw new IllegalStateException("broken");
        });

    assertThat(fixture.client().get("/a").read())
        .startsWith("HTTP/1.1 500 Internal Server Error\r\n")
        .endsWith("Failed with java.lang.IllegalStateException\n");
    assertThat(fixture.said())
        .anyMatch(line -> line.endsWith("http: cannot answer /a: IllegalStateException: broken"));
  }

  @Test
  void handlerThatFailsHalfway_leavesNothingThatLooksWhole() {
    fixture.routes.add(
        "/a",
        (request, answer) -> {
          answer.body("text/x").write(new byte[20_000]);
          throw new IllegalStateException("broken");
        });

    assertThat(fixture.client().get("/a").read())
        .startsWith("HTTP/1.1 200 OK\r\n")
        .doesNotEndWith("0\r\n\r\n");
    await(() -> fixture.http.counts().drops().containsKey("answer broken off"));
  }

  @Test
  void anyPort_isKnownBeforeItOpens_andWhoComesEarlyIsAnswered() {
    try (HttpFixture early = new HttpFixture()) {
      early.routes.add("/a", (request, answer) -> answer.text(200, "hello"));
      early.http.takeAny(HttpFixture.settings(0));
      int port = early.port();
      RawClient client = early.client().get("/a");
      early.http.open(HttpFixture.settings(0));

      assertThat(port).isPositive();
      assertThat(client.read()).endsWith("hello\n");
      assertThat(early.port()).isEqualTo(port);
    }
  }

  @Test
  void usedPort_givesWayToTheNextFreeOne() throws IOException {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int wanted = used.getLocalPort();
      assertThat(fixture.http.open(HttpFixture.settings(wanted))).isTrue();

      assertThat(fixture.port()).isBetween(wanted + 1, wanted + 9);
      assertThat(fixture.said())
          .endsWith(
              "telemetry: http: port "
                  + wanted
                  + " is used, listening at http://127.0.0.1:"
                  + fixture.port());
      assertThat(fixture.client().get("/").read()).contains("404");
    }
  }

  @Test
  void hostThatIsNowhere_isOneLine() {
    HttpSettings nowhere = new HttpSettings(true, "nowhere.invalid", 9470);

    assertThat(fixture.http.open(nowhere)).isFalse();
    assertThat(fixture.said())
        .endsWith(
            "telemetry: http: cannot listen at nowhere.invalid:9470: UnresolvedAddressException");
  }

  @Test
  void reopening_movesThePort() {
    int before = fixture.port();
    fixture.http.open(HttpFixture.settings(0));

    assertThat(fixture.port()).isNotEqualTo(before);
    assertThat(fixture.client().get("/").read()).contains("404");
    await(() -> isFree(before));
  }

  @Test
  void idleConnections_keepNobodyOut() {
    page("/a", "text/x", "hello");
    RawClient[] idle = new RawClient[500];
    for (int i = 0; i < idle.length; i++) {
      idle[i] = fixture.client().sendBare("GET /a HT");
    }

    assertThat(fixture.client().get("/a").read()).endsWith("hello");
    assertThat(fixture.http.counts().drops().get("too many connections"))
        .isGreaterThanOrEqualTo(500 - Connections.MOST);
    Arrays.stream(idle).forEach(RawClient::close);
  }

  @Test
  void clientsThatDoNothing_areDroppedAndHinderNobody() {
    fixture.routes.add(
        "/endless",
        (request, answer) -> {
          OutputStream body = answer.body("text/x");
          while (true) {
            body.write(new byte[8192]);
          }
        });
    page("/a", "text/x", "hello");
    RawClient half = fixture.client().sendBare("GET /a HTTP/1.1\r\nHo");
    RawClient[] deaf = new RawClient[4];
    for (int i = 0; i < deaf.length; i++) {
      deaf[i] = fixture.client().get("/endless");
    }

    assertThat(fixture.client().get("/a").read()).endsWith("hello");
    assertThat(half.read()).isEmpty();
    await(() -> fixture.http.counts().drops().getOrDefault("answer not taken", 0L) == deaf.length);
    assertThat(fixture.http.counts().drops()).containsEntry("no request", 1L);
    Arrays.stream(deaf).forEach(RawClient::close);
  }

  @Test
  void stream_goesOutAtEachFlush_untilThePortCloses() {
    fixture.routes.add("/events", HttpPortTest::stream);
    RawClient client = fixture.client().get("/events");
    assertThat(client.readUntil("data: 2\n\n")).contains("text/event-stream");

    fixture.close();
    assertThat(client.read()).doesNotEndWith("0\r\n\r\n");
  }

  @Test
  void streams_leaveRoomForOthers_andTheOldestEndsForTheNewest() {
    fixture.routes.add("/events", HttpPortTest::stream);
    page("/a", "text/x", "hello");
    RawClient oldest = fixture.client().get("/events");
    oldest.readUntil("data: 1\n\n");
    for (int i = 0; i < 6; i++) {
      fixture.client().get("/events").readUntil("data: 1\n\n");
    }

    assertThat(oldest.read()).doesNotEndWith("0\r\n\r\n");
    assertThat(fixture.client().get("/a").read()).endsWith("hello");
    assertThat(fixture.http.counts().drops()).containsEntry("too many streams", 1L);
  }

  @Test
  void threads_areDaemonsOfTheAgentsName() {
    fixture.routes.add(
        "/a",
        (request, answer) -> {
          Thread own = Thread.currentThread();
          answer.text(200, own.getName() + own.isDaemon() + (own.getContextClassLoader() == null));
        });

    assertThat(fixture.client().get("/a").read()).endsWith("telemetry-httptruetrue\n");
  }

  private static void stream(HttpRequest request, HttpAnswer answer) throws IOException {
    OutputStream stream = answer.stream("text/event-stream");
    for (int i = 1; ; i++) {
      stream.write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
      stream.flush();
      pause();
    }
  }

  private void page(String path, String type, String text) {
    fixture.routes.add(
        path,
        (request, answer) -> {
          OutputStream body = answer.body(type);
          body.write(text.getBytes(StandardCharsets.UTF_8));
          body.close();
        });
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException used) {
      return false;
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
