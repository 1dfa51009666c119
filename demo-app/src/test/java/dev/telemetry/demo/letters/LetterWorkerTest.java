package dev.telemetry.demo.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Telemetry;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LetterWorkerTest {
  private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  private final LetterWorker worker = new LetterWorker(Duration.ofMillis(1));

  @BeforeEach
  void start() {
    Telemetry.attach(
        "test",
        "letter.sent",
        (event, numbers, about) ->
            sent.add(about.get("letter.kind") + " of " + numbers.get("words")));
    worker.afterPropertiesSet();
  }

  @AfterEach
  void stop() {
    worker.destroy();
    Telemetry.detach("test");
  }

  @Test
  void letter_isSentInTheBackgroundAndTold() throws Exception {
    worker.send(Letter.welcome("Ada"));

    assertThat(sent.take()).isEqualTo("welcome of 9");
  }
}
