package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.testing.Skips;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The port's strangers: who gets what, and what they cost the application. */
@Isolated
final class OpenPortIT {
  private static final int JAVA = 17;
  private static final int IDLE = 500;
  private static final int VISITS = 300;
  private static final String PAGE = "/pages/one";
  private static final List<String> PRIVATE =
      List.of(
          "/", "/status", "/dashboard/history", "/dashboard/live", "/dashboard/events?pattern=**");

  @Test
  void otherMachines_reachNothingUnlessTheyAreLetIn() throws IOException {
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent("http: {port: 0}\n"))) {
      InetSocketAddress outside = new InetSocketAddress(outside(), library.agentPort());

      try (Socket socket = new Socket()) {
        assertThatThrownBy(() -> socket.connect(outside)).isInstanceOf(ConnectException.class);
      }
    }
  }

  @Test
  void openPort_showsPagesToThoseWhoKnowTheToken_andMetricsToAll() {
    String open = "http: {host: 0.0.0.0, port: 0, names: [shop.internal]}\n";
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent(open))) {
      Stranger stranger = new Stranger(outside(), library.agentPort());
      String token = library.awaitSaid("from other machines \\S+\\?token=([a-z0-9]+)").group(1);
      String cookie = "Cookie: telemetry-token=" + token;

      assertThat(PRIVATE)
          .allSatisfy(path -> assertThat(stranger.get(path, "Host: 10.0.0.1")).contains(" 401 "))
          .allSatisfy(
              path -> assertThat(stranger.get(path, "Host: evil.org", cookie)).contains(" 403 "))
          .allSatisfy(
              path ->
                  assertThat(stranger.get(path, "Host: shop.internal", cookie + "0"))
                      .contains(" 401 "));
      assertThat(stranger.get("/?token=" + token, "Host: shop.internal")).contains(" 303 ", token);
      assertThat(stranger.get("/", "Host: shop.internal", cookie)).contains(" 200 ", "<!doctype");
      assertThat(stranger.get("/metrics", "Host: anybody.org")).contains(" 200 ", "jvm_");
    }
  }

  @Test
  void hugeAndBrokenRequests_areRefusedInBounds() {
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent("http: {port: 0}\n"))) {
      Stranger stranger = new Stranger(InetAddress.getLoopbackAddress(), library.agentPort());
      long before = library.histogram().bytes();
      String host = "Host: localhost";

      for (int i = 0; i < 20; i++) {
        assertThat(stranger.get("/", host, "X: " + "x".repeat(1 << 20))).contains(" 431 ");
        assertThat(stranger.get("/" + "a".repeat(1 << 20), host)).contains(" 431 ");
        assertThat(stranger.send("POST / HTTP/1.1\r\n" + host + "\r\n\r\n")).contains(" 405 ");
        assertThat(stranger.send("\0\1\2\r\n\r\n")).contains(" 400 ");
        assertThat(stranger.get("/", host, "no header")).contains(" 400 ");
        assertThat(stranger.get("/../../etc/passwd", host)).contains(" 404 ");
        assertThat(stranger.get("/dashboard/%2e%2e/app.css", host)).contains(" 404 ");
      }
      assertThat(stranger.get("/", host)).contains(" 200 ");
      assertThat(library.histogram().bytes() - before).as("more on the heap").isLessThan(2_000_000);
    }
  }

  @Test
  void clientsThatSayNothing_hinderNeitherThePortNorTheApplication() {
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent("http: {port: 0}\n"));
        Visitor visitor = library.visitor()) {
      library.awaitStarted();
      Stranger stranger = new Stranger(InetAddress.getLoopbackAddress(), library.agentPort());
      usual(visitor);
      long alone = usual(visitor);
      List<Socket> idle = IntStream.range(0, IDLE).mapToObj(i -> stranger.connect()).toList();

      assertThat(usual(visitor))
          .as("nanoseconds, %d without them", alone)
          .isLessThan(3 * alone + 2_000_000);
      assertThat(stranger.get("/dashboard/history", "Host: localhost")).contains("\"newest\":");
      assertThat(stranger.get("/status", "Host: localhost")).contains("\"too many connections\":");
      idle.forEach(Stranger::close);
    }
  }

  /** How long the application takes for a page: the median, which pauses of this machine spare. */
  private static long usual(Visitor visitor) {
    return IntStream.range(0, VISITS)
        .mapToLong(i -> timed(visitor))
        .sorted()
        .skip(VISITS / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long timed(Visitor visitor) {
    long begun = System.nanoTime();
    assertThat(visitor.get(PAGE, "test")).isEqualTo(200);
    return System.nanoTime() - begun;
  }

  /** An address of this machine that others know it by. */
  private static InetAddress outside() {
    return interfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(each -> !each.isLoopbackAddress() && each.getAddress().length == 4)
        .findFirst()
        .orElseGet(
            () -> {
              Skips.leaveOut("no network");
              throw new AssertionError();
            });
  }

  private static Stream<NetworkInterface> interfaces() {
    try {
      return NetworkInterface.networkInterfaces();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
