package dev.telemetry.agent.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @Test
  void frames_comeBackAsTheyWere_pressedOrNot() {
    add(history, 150);

    assertThat(lines(history, 0)).hasSize(150).startsWith("1 frame 1").endsWith("150 frame 150");
    assertThat(lines(history, 59)).startsWith("60 frame 60").hasSize(91);
    assertThat(lines(history, 149)).containsExactly("150 frame 150");
    assertThat(lines(history, 150)).isEmpty();
  }

  @Test
  void hour_isKeptAndLittleMore() {
    add(history, 2 * History.MOST_FRAMES);

    assertThat(lines(history, 0)).hasSizeBetween(History.MOST_FRAMES, History.MOST_FRAMES + 60);
    assertThat(history.newest()).isEqualTo(2 * History.MOST_FRAMES);
    assertThat(lines(history, 0).get(0)).startsWith(history.oldest() + " ");
  }

  @Test
  void hourThatIsTooLarge_isShortened() {
    History small = new History(100_000);
    Random random = new Random(1);
    for (int i = 0; i < 600; i++) {
      small.add((random.doubles(50).boxed().toList() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    assertThat(small.bytes()).isLessThan(200_000);
    assertThat(small.oldest()).isGreaterThan(300);
    assertThat(small.newest()).isEqualTo(600);
  }

  @Test
  void largeFrames_doNotWaitForTheMinuteToBePressed() {
    byte[] large = ("a".repeat(300_000) + "\n").getBytes(StandardCharsets.UTF_8);
    LongStream.range(0, 20).forEach(i -> history.add(large));

    assertThat(history.bytes()).isLessThan(400_000);
  }

  @Test
  void chunk_beginsWhereTheOneBeforeIsFull() {
    assertThat(history.beginsChunk()).isTrue();
    add(history, 1);
    assertThat(history.beginsChunk()).isFalse();
    add(history, 59);

    assertThat(history.beginsChunk()).isTrue();
  }

  @Test
  void waiting_endsWithTheNextFrame() throws InterruptedException {
    add(history, 1);
    Thread adds = new Thread(() -> add(history, 1));
    adds.start();
    history.awaitAfter(1, 60_000);

    assertThat(history.newest()).isEqualTo(2);
    adds.join();
  }

  private static void add(History history, int frames) {
    for (int i = 0; i < frames; i++) {
      String line = "frame " + (history.newest() + 1) + "\n";
      history.add(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> lines(History history, long after) {
    List<String> lines = new ArrayList<>();
    try {
      history.forEachAfter(
          after,
          (number, bytes, offset, length) ->
              lines.add(
                  number + " " + new String(bytes, offset, length, StandardCharsets.UTF_8).trim()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
