package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.telemetry.agent.log.AgentLog;
import java.lang.management.ManagementFactory;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GcNotificationsTest {
  private static final String TYPE = "com.sun.management.gc.notification";

  private final Emitted emitted = new Emitted();
  private final PollFailures failures = new PollFailures(emitted.bus, AgentLog.stderr());
  private final Poller poller =
      new Poller(new VmWork(emitted.bus, new VmMeasurements(emitted.bus, failures), failures), 1);
  private final GcNotifications collections =
      new GcNotifications(emitted.event("jvm.gc"), poller, failures);

  @AfterEach
  void ignore() {
    collections.ignore();
  }

  @Test
  void ignore_takesTheListenersBack() {
    collections.listen();
    collections.ignore();

    NotificationEmitter collector =
        (NotificationEmitter) ManagementFactory.getGarbageCollectorMXBeans().get(0);
    assertThatThrownBy(() -> collector.removeNotificationListener(collections))
        .isInstanceOf(ListenerNotFoundException.class);
  }

  @Test
  void collectionsBeyondWhatCanWait_areTold() {
    for (int i = 0; i < 1024 + 3; i++) {
      collections.handleNotification(notification(TYPE), "");
    }
    collections.tellLost();

    Emitted.One failure = emitted.only();
    assertThat(failure.name()).isEqualTo("telemetry.poller.failure");
    assertThat(failure.about())
        .containsEntry("poller.id", "jvm.gc")
        .containsEntry("error.message", "3 events while it was held up");
    collections.tellLost();
    assertThat(emitted.events).isEmpty();
  }

  @Test
  void otherNotifications_areLeftAlone() {
    for (int i = 0; i < 2000; i++) {
      collections.handleNotification(notification("another"), "");
    }
    collections.tellLost();

    assertThat(emitted.events).isEmpty();
  }

  private static Notification notification(String type) {
    CompositeData data = mock(CompositeData.class);
    Notification notification = new Notification(type, "test", 1);
    notification.setUserData(data);
    return notification;
  }
}
