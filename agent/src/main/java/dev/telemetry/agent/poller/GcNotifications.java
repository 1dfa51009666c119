package dev.telemetry.agent.poller;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Event;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Hears of the end of each garbage collection. The VM tells it on a thread of its own, which must
 * not run a handler: the event is emitted on the poller's thread.
 */
final class GcNotifications implements NotificationListener {
  // As com.sun.management.GarbageCollectionNotificationInfo documents them; not every VM has that.
  private static final String TYPE = "com.sun.management.gc.notification";
  private static final String NAME = "gcName";
  private static final String ACTION = "gcAction";
  private static final String CAUSE = "gcCause";
  private static final String INFO = "gcInfo";
  private static final String DURATION_MILLIS = "duration";

  private final Event event;
  private final Poller poller;
  private final PollFailures failures;
  private final List<GarbageCollectorMXBean> collectors;
  private final AtomicLong lost = new AtomicLong();

  GcNotifications(Event event, Poller poller, PollFailures failures) {
    this.event = event;
    this.poller = poller;
    this.failures = failures;
    collectors = ManagementFactory.getGarbageCollectorMXBeans();
  }

  void listen() {
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter) {
        ((NotificationEmitter) collector).addNotificationListener(this, null, null);
      }
    }
  }

  void ignore() {
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter) {
        ignore((NotificationEmitter) collector);
      }
    }
  }

  private void ignore(NotificationEmitter collector) {
    try {
      collector.removeNotificationListener(this);
    } catch (ListenerNotFoundException never) {
      // that is what was wanted
    }
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    Object data = notification.getUserData();
    boolean collected = TYPE.equals(notification.getType()) && data instanceof CompositeData;
    if (collected && !poller.errand(() -> ended((CompositeData) data))) {
      lost.incrementAndGet();
    }
  }

  /** Tells how many collections were not emitted because a handler has held the poller up. */
  void tellLost() {
    long unheard = lost.getAndSet(0);
    if (unheard > 0) {
      failures.failed(
          event.name(), new IllegalStateException(unheard + " events while it was held up"), 1);
    }
  }

  private void ended(CompositeData collection) {
    try {
      CompositeData info = (CompositeData) collection.get(INFO);
      new Reading()
          .about(VmEvents.GC_NAME, collection.get(NAME))
          .about(VmEvents.GC_ACTION, collection.get(ACTION))
          .about(VmEvents.GC_CAUSE, collection.get(CAUSE))
          .number(
              TelemetryEvents.DURATION,
              TimeUnit.MILLISECONDS.toNanos((Long) info.get(DURATION_MILLIS)))
          .emit(event);
    } catch (Throwable failure) {
      failures.failed(event.name(), failure, 1);
    }
  }
}
