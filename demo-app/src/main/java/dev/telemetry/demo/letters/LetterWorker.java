package dev.telemetry.demo.letters;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends letters one after the other, each of which takes its time; what waits is in a queue. */
@Component
public final class LetterWorker implements InitializingBean, DisposableBean {
  private static final BlockingQueue<Letter> QUEUE = new LinkedBlockingQueue<>();

  private final Duration each;
  private final Thread thread = new Thread(this::work, "letters");

  LetterWorker(@Value("${demo.letters.each:1s}") Duration each) {
    this.each = each;
    thread.setDaemon(true);
  }

  /** Has a letter sent soon; never waits. */
  public void send(Letter letter) {
    QUEUE.add(letter);
  }

  @Override
  public void afterPropertiesSet() {
    thread.start();
  }

  @Override
  public void destroy() {
    thread.interrupt();
  }

  private void work() {
    try {
      while (true) {
        deliver(QUEUE.take());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Letter letter) throws InterruptedException {
    Thread.sleep(each.toMillis());
    Telemetry.execute(
        "letter.sent",
        Measurements.of("words", letter.words()),
        Metadata.of("letter.kind", letter.kind()));
  }
}
