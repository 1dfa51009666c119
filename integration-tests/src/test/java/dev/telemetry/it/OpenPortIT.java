package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A port that other machines can reach: who gets what, and what it costs the application. */
final class OpenPortIT {
  private static final int JAVA = 17;
  private static final int IDLE = 500;
  private static final String OPEN_TO_ALL = "http: {host: 0.0.0.0, port: 0}\n";

  @Test
  void pages_areForThoseWhoKnowTheToken_andMetricsForAll() {
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent(OPEN_TO_ALL))) {
      int port = library.agentPort();
      String token = library.awaitSaid("from other machines \\S+\\?token=([a-z0-9]+)").group(1);
      String cookie = "Cookie: telemetry-token=" + token;

      for (String path : List.of("/", "/status", "/dashboard/history", "/dashboard/live")) {
        assertThat(get(port, path, "Host: 127.0.0.1")).as(path).startsWith("HTTP/1.1 401 ");
        assertThat(get(port, path, "Host: evil.example", cookie)).startsWith("HTTP/1.1 403 ");
      }
      assertThat(get(port, "/?token=" + token, "Host: 127.0.0.1")).contains("303 See Other", token);
      assertThat(get(port, "/", "Host: 127.0.0.1", cookie)).contains("200 OK", "<!doctype html>");
      assertThat(get(port, "/metrics", "Host: shop.internal")).contains("200 OK", "jvm_");
    }
  }

  @Test
  void clientsThatDoNothing_orTooMuch_hinderNobody() {
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent("http: {port: 0}\n"))) {
      int port = library.agentPort();
      List<Socket> idle = Stream.generate(() -> connect(port)).limit(IDLE).toList();
      String huge = "X: " + "x".repeat(100_000);

      assertThat(get(port, "/", "Host: localhost", huge)).startsWith("HTTP/1.1 431 ");
      assertThat(get(port, "/dashboard/history", "Host: localhost")).contains("\"newest\":");
      try (Visitor visitor = library.visitor()) {
        assertThat(visitor.get("/pages/one", "test")).isEqualTo(200);
      }
      assertThat(get(port, "/status", "Host: localhost")).contains("\"too many connections\":");
      idle.forEach(OpenPortIT::close);
    }
  }

  private static Socket connect(int port) {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String get(int port, String path, String... headers) {
    List<String> lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1"));
    lines.addAll(List.of(headers));
    String request = String.join("\r\n", lines) + "\r\n\r\n";
    try (Socket socket = connect(port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
