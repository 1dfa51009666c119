package dev.telemetry.instrumentation.websocket;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What Spring's channel leaves to other threads of a frame, which is handled once they are all
 * done. Thread-safe.
 */
final class Handling {
  private final Message message;
  private final AtomicInteger tasks;
  private volatile @Nullable Throwable thrown;

  /**
   * Keeps the message from ending.
   *
   * @param tasks how many threads will be done with it
   */
  Handling(Message message, int tasks) {
    this.message = message;
    this.tasks = new AtomicInteger(tasks);
    message.handledByOneMore();
  }

  /** A handler has thrown, which Spring keeps from our sight otherwise. */
  void failed(Throwable cause) {
    thrown = cause;
  }

  /**
   * A thread is done.
   *
   * @return whether all are
   */
  boolean taskEnded() {
    boolean last = tasks.getAndUpdate(open -> Math.max(0, open - 1)) == 1;
    if (last) {
      release();
    }
    return last;
  }

  /** Waits for no thread any more: some may never come. */
  void abandon() {
    if (tasks.getAndSet(0) > 0) {
      release();
    }
  }

  /** Happens once: the message may be another one right behind. */
  private void release() {
    message.conversation().done(message, thrown);
  }
}
