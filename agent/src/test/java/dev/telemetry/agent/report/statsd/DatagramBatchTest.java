package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DatagramBatchTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<String> datagrams = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final DatagramBatch batch =
      new DatagramBatch(
          new Recorded(),
          10,
          new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime));

  private final class Recorded implements Transport {
    @Override
    public void send(byte[] bytes, int length, int count) {
      datagrams.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
      lines.add(count);
    }

    @Override
    public void close() {}
  }

  @Test
  void add_fillsADatagramToTheLastByte() {
    add("aaaa", "bbbbb", "c");

    assertThat(datagrams).containsExactly("aaaa\nbbbbb", "c");
    assertThat(lines).containsExactly(2, 1);
  }

  @Test
  void add_countsBytesNotCharacters() {
    add("äää", "äää");

    assertThat(datagrams).containsExactly("äää", "äää");
  }

  @Test
  void flush_sendsNothingWhereNothingIs() {
    add();
    add("");

    assertThat(datagrams).isEmpty();
  }

  @Test
  void add_sendsALongLineAloneAndSaysSoOnce() {
    add("aa", "a line too long", "bb", "another one too long");

    assertThat(datagrams)
        .containsExactlyInAnyOrder("aa\nbb", "a line too long", "another one too long");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "telemetry: statsd: lines longer than mtu 10 are sent alone and may get lost\n");
  }

  @Test
  void add_losesAndSplitsNoLine() {
    Random random = new Random(42);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add("x".repeat(1 + random.nextInt(10)));
    }

    add(all.toArray(new String[0]));

    assertThat(String.join("\n", datagrams)).isEqualTo(String.join("\n", all));
    assertThat(datagrams).allSatisfy(d -> assertThat(d.length()).isBetween(1, 10));
  }

  private void add(String... texts) {
    for (String text : texts) {
      batch.add(text, 1);
    }
    batch.flush();
  }
}
