package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens in Spring's channels to the frames of STOMP: a channel hands a frame to all that
 * subscribe to it, mostly on threads of its own, and one of them calls the application's method.
 * The frame is handled when all are done.
 *
 * <p>Keeps two small objects a frame, next to the dozens that Spring makes of it.
 */
final class SpringChannel {
  private final FieldReader subscribersOf = new FieldReader("handlers");
  private final FieldReader messageOf = new FieldReader("inputMessage");
  private final ByIdentity<Handling> handlings = new ByIdentity<>();
  private final ByThread<Run> runs = new ByThread<>();
  private final Speakers speakers;

  SpringChannel(Speakers speakers) {
    this.speakers = speakers;
  }

  Hook hook(Place place) {
    switch (place) {
      case SPRING_CHANNEL:
        return new Dealt();
      case SPRING_TASK:
        return new Handled();
      default:
        return new Failed();
    }
  }

  /** What a task sends is no part of the frame that it handles. */
  private @Nullable Message frame() {
    Conversation conversation = runs.current() == null ? speakers.handled() : null;
    return conversation == null ? null : conversation.frame();
  }

  private void endLost() {
    for (Handling lost = handlings.takeLost(); lost != null; lost = handlings.takeLost()) {
      lost.abandon();
    }
  }

  /** A channel deals a message of Spring's out to its subscribers, called with it. */
  private final class Dealt extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Message frame = frame();
      Collection<?> subscribers = (Collection<?>) subscribersOf.of(Objects.requireNonNull(self));
      if (frame == null || subscribers == null || subscribers.isEmpty()) {
        return null;
      }
      endLost();
      Object message = Objects.requireNonNull(first);
      return handlings.of(message) == null
          ? handlings.put(message, new Handling(frame, subscribers.size()))
          : null;
    }

    /** Where it was thrown, some of the tasks are not even begun. */
    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      if (thrown != null) {
        ((Handling) token).failed(thrown);
        ((Handling) token).abandon();
      }
    }
  }

  /** A task gives a message of Spring's to one of the subscribers. */
  private final class Handled extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Object message = Objects.requireNonNull(messageOf.of(Objects.requireNonNull(self)));
      Handling handling = handlings.of(message);
      if (handling == null) {
        return null;
      }
      Run run = new Run(handling, message);
      runs.begin(run);
      return run;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      Run run = (Run) token;
      runs.end(run);
      if (thrown != null) {
        run.handling.failed(thrown);
      }
      if (run.handling.taskEnded()) {
        handlings.remove(run.message);
      }
    }
  }

  /** Called with the application's method, and what it threw. */
  private final class Failed extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Run run = runs.current();
      if (run != null) {
        run.handling.failed((Throwable) Objects.requireNonNull(second));
      }
      return null;
    }
  }

  /** A task under way. */
  private static final class Run implements OfThread {
    final Handling handling;
    final Object message;
    private final Thread thread = Thread.currentThread();

    Run(Handling handling, Object message) {
      this.handling = handling;
      this.message = message;
    }

    @Override
    public boolean isHandledHere() {
      return thread == Thread.currentThread();
    }
  }
}
