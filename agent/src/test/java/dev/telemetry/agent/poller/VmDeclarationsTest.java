package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.EventDefinition.Fact;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds what the poller declares against what it emits of this VM. */
class VmDeclarationsTest {
  private final Emitted emitted = new Emitted();
  private final PollFailures failures = new PollFailures(emitted.bus, AgentLog.stderr());
  private final Poller poller = new Poller(new Idle(), TimeUnit.HOURS.toNanos(1));
  private final GcNotifications collections =
      new GcNotifications(emitted.event(VmEvents.GC), poller, failures);

  @AfterEach
  void ignore() {
    collections.ignore();
    poller.stop();
  }

  @Test
  void events_haveWhatIsDeclaredAndAllOfIt() throws InterruptedException {
    emitEverything();

    for (EventDefinition declared : VmDeclarations.all()) {
      Set<String> facts = factsOf(declared.name());
      assertThat(facts).as(declared.name()).containsAll(names(declared.measurements()));
      assertThat(facts).as(declared.name()).containsAll(names(declared.keys()));
      facts.removeAll(declared.measurementsOf(declared.name()));
      assertThat(facts).as(declared.name()).isSubsetOf(declared.keysOf(declared.name()));
    }
  }

  @Test
  void everyEvent_isDeclared() throws InterruptedException {
    emitEverything();

    assertThat(emitted.events)
        .allMatch(one -> VmDeclarations.all().stream().anyMatch(each -> each.declares(one.name())));
  }

  private void emitEverything() throws InterruptedException {
    poller.start();
    collections.listen();
    new VmMeasurements(emitted.bus, failures).measure(System.nanoTime(), 1);
    failures.failed(VmEvents.CPU, new IllegalStateException("no answer"), 1);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (emitted.named(VmEvents.GC).isEmpty() && System.nanoTime() < end) {
      ManagementFactory.getMemoryMXBean().gc();
      Thread.sleep(5);
    }
  }

  private Set<String> factsOf(String event) {
    Set<String> facts = new HashSet<>();
    for (Emitted.One one : emitted.named(event)) {
      facts.addAll(one.numbers().keySet());
      facts.addAll(one.about().keySet());
    }
    return facts;
  }

  private static List<String> names(List<Fact> facts) {
    return facts.stream().map(Fact::name).toList();
  }

  /** Nothing but errands. */
  private static final class Idle implements Poller.Work {
    @Override
    public void begin(Poller poller) {}

    @Override
    public void poll(long nanos, long everyNanos) {}

    @Override
    public void end() {}
  }
}
