package dev.telemetry.extension.datagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.agent.report.UnixDatagrams;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JunixDatagramsTest {
  private final UnixDatagrams datagrams = new JunixDatagrams();
  private Path path;

  @BeforeEach
  void choosePath(@TempDir Path folder) {
    path = folder.resolve("dsd.socket");
  }

  @Test
  void jar_namesItInItsServiceFile() {
    assertThat(ServiceLoader.load(UnixDatagrams.class))
        .singleElement()
        .isInstanceOf(JunixDatagrams.class);
  }

  @Test
  void send_keepsDatagramsApart() throws IOException {
    try (DatagramServer server = new DatagramServer(path)) {
      UnixDatagrams.Way way = datagrams.open(path.toString());

      assertThat(send(way, "a:1|c\nä:2|c")).isTrue();
      assertThat(send(way, "x".repeat(8192))).isTrue();
      assertThat(send(way, "c")).isTrue();
      assertThat(server.receive()).isEqualTo("a:1|c\nä:2|c");
      assertThat(server.receive()).isEqualTo("x".repeat(8192));
      assertThat(server.receive()).isEqualTo("c");
      way.close();
    }
  }

  @Test
  void send_takesSoManyBytesAsItIsTold() throws IOException {
    try (DatagramServer server = new DatagramServer(path)) {
      UnixDatagrams.Way way = datagrams.open(path.toString());

      assertThat(way.send("abcdef".getBytes(StandardCharsets.UTF_8), 3)).isTrue();
      assertThat(server.receive()).isEqualTo("abc");
      way.close();
    }
  }

  @Test
  void open_failsWhereThereIsNoSocket() {
    assertThatThrownBy(() -> datagrams.open(path.toString())).isInstanceOf(IOException.class);
  }

  @Test
  void open_failsWhereNobodyHasTheSocketOpen() throws IOException {
    Files.createFile(path);

    assertThatThrownBy(() -> datagrams.open(path.toString())).isInstanceOf(IOException.class);
  }

  @Test
  void send_tellsThatThereIsNoRoomAndLosesNothingOfWhatItTook() throws IOException {
    try (DatagramServer server = new DatagramServer(path)) {
      UnixDatagrams.Way way = datagrams.open(path.toString());
      int taken = 0;
      while (taken < 100_000 && send(way, "packet " + taken)) {
        taken++;
      }

      assertThat(taken).isBetween(1, 99_999);
      for (int i = 0; i < taken; i++) {
        assertThat(server.receive()).isEqualTo("packet " + i);
      }
      assertThat(send(way, "room again")).isTrue();
      assertThat(server.receive()).isEqualTo("room again");
      way.close();
    }
  }

  @Test
  void send_failsWhereTheServerHasGone() throws IOException {
    UnixDatagrams.Way way;
    try (DatagramServer first = new DatagramServer(path)) {
      way = datagrams.open(path.toString());
      assertThat(send(way, "to the first")).isTrue();
      assertThat(first.receive()).isEqualTo("to the first");
    }
    try (DatagramServer second = new DatagramServer(path)) {
      assertThatThrownBy(() -> send(way, "to nobody"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
      assertThat(send(datagrams.open(path.toString()), "to the second")).isTrue();
      assertThat(second.receive()).isEqualTo("to the second");
      way.close();
    }
  }

  private static boolean send(UnixDatagrams.Way way, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return way.send(bytes, bytes.length);
  }
}
