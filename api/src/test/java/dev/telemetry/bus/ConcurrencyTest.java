package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.HandlerInfo;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
  private static final int ROUNDS = 300;

  private final Bus agent = new Bus();
  private final Bus copy = new Bus();
  private final Recorder recorder = new Recorder();

  @Test
  void attach_missesNoNameThatIsSeenMeanwhile() throws Exception {
    together(
        round -> agent.event("seen." + round),
        round -> attach(agent, "h" + round, "seen." + round),
        round -> agent.subscribe(name -> null).run());
    for (int i = 0; i < ROUNDS; i++) {
      execute(agent, "seen." + i);
    }
    assertThat(recorder.all()).hasSize(ROUNDS);
  }

  @Test
  void replace_handsEachEventToOneHandler() throws Exception {
    Event event = agent.event("a");
    agent.attach("h", List.of("a"), recorder, OnFailure.detach());
    together(
        round -> event.execute(Measurements.none(), Metadata.none()),
        round ->
            agent.replace("h", List.of(round % 2 == 0 ? "*" : "a"), recorder, OnFailure.detach()));

    assertThat(recorder.all()).hasSize(ROUNDS);
    assertThat(agent.handlers("")).extracting(HandlerInfo::id).containsExactly("h");
  }

  @Test
  void link_neitherDeadlocksNorLosesHandlers() throws Exception {
    attach(copy, "stays", "a");
    together(
        round -> copy.linkTo(agent.protocol()),
        round -> copy.unlinkNow(),
        round -> {
          attach(copy, "comes", "b");
          execute(copy, "a" + round);
          execute(agent, "b" + round);
          copy.handlers("");
          copy.detach("comes");
        },
        round -> {
          attach(agent, "agent", "**");
          agent.detach("agent");
        });
    copy.unlinkNow();
    assertThat(agent.handlers("")).isEmpty();
    assertThat(copy.handlers("")).extracting(HandlerInfo::id).containsExactly("stays");
    execute(copy, "a");
    assertThat(recorder.events().stream().filter("a"::equals)).hasSize(1);
  }

  private static void together(IntConsumer... works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    List<Future<?>> running = new ArrayList<>();
    for (IntConsumer work : works) {
      running.add(threads.submit(repeated(work)));
    }
    for (Future<?> each : running) {
      each.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
  }

  private static Callable<Void> repeated(IntConsumer work) {
    return () -> {
      for (int round = 0; round < ROUNDS; round++) {
        work.accept(round);
      }
      return null;
    };
  }

  private void attach(Bus bus, String id, String event) {
    bus.attach(id, List.of(event), recorder, OnFailure.detach());
  }

  private static void execute(Bus bus, String event) {
    bus.event(event).execute(Measurements.none(), Metadata.none());
  }
}
