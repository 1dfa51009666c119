package dev.telemetry.bus;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One subscription: its identity is the key under which events keep its answers. */
final class Source {
  private final Function<String, @Nullable Subscriber> answers;
  private final AtomicLong failures;

  Source(Function<String, @Nullable Subscriber> answers, AtomicLong failures) {
    this.answers = answers;
    this.failures = failures;
  }

  void answer(Event event) {
    try {
      Subscriber subscriber = answers.apply(event.name());
      if (subscriber != null) {
        event.subscribe(this, subscriber);
      } else {
        event.unsubscribe(this);
      }
    } catch (Throwable failure) {
      if (failure instanceof StackOverflowError && !StackRoom.left()) {
        // the event must not be kept without this subscriber
        throw failure;
      }
      failures.incrementAndGet();
    }
  }
}
