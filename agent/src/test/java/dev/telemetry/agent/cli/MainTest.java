package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void version_isPrinted() {
    assertThat(run("--version")).isZero();
    assertThat(text(out)).startsWith("telemetry-agent ");
  }

  @Test
  void help_namesTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(text(out)).contains("usage:", "listen [PORT]", "--version");
  }

  @Test
  void nothing_printsTheUsageAndFails() {
    assertThat(run()).isEqualTo(2);
    assertThat(text(err)).contains("no command given", "usage:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "lisen>unknown command 'lisen'; did you mean listen?",
        "--versoin>unknown command '--versoin'; did you mean --version?",
        "frobnicate>unknown command 'frobnicate'; expected one of check, listen, aot, --version, --help"
      })
  void unknownCommand_namesTheNearest(String command, String sentence) {
    assertThat(run(command)).isEqualTo(2);
    assertThat(text(err)).contains(sentence);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void listen_explainsItself() {
    assertThat(run("listen", "--help")).isZero();
    assertThat(text(out)).contains("listen [PORT] [options]", "--flavor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "65536>port '65536', expected 0 to 65535",
        "http>port 'http', expected 0 to 65535",
        "--quite>unknown option '--quite'; did you mean --quiet?",
        "--host>--host needs a value",
        "--flavor datadgo>unknown flavor 'datadgo'; did you mean datadog?"
      })
  void listen_refusesWhatMakesNoSense(String words, String sentence) {
    assertThat(run(("listen " + words).split(" ", -1))).isEqualTo(2);
    assertThat(text(err)).contains(sentence);
  }

  @Test
  void listen_saysThatThePortIsTaken() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
      assertThat(run("listen", Integer.toString(taken.getLocalPort()))).isEqualTo(1);
    }
    assertThat(text(err)).contains("cannot listen on 127.0.0.1:", "'listen 0'");
  }

  private int run(String... args) {
    return Main.run(args, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
