package dev.telemetry.bus;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands one event of a linked copy over to the agent's bus, while anybody listens there. */
final class Forward extends HandOver {
  private final Function<Object[], Object> agent;
  private final String event;
  private final AtomicInteger cell;

  Forward(Function<Object[], Object> agent, String event) {
    this.agent = agent;
    this.event = event;
    Object shared = Protocol.call(agent, Protocol.CELL, event);
    cell = shared instanceof AtomicInteger ? (AtomicInteger) shared : new AtomicInteger(1);
  }

  @Override
  boolean toNobody() {
    return cell.get() == 0;
  }

  @Override
  public void single(Facts facts) {
    if (cell.get() != 0) {
      Map<String, ?> measurements = LentFacts.measurements(facts);
      Protocol.call(agent, Protocol.SINGLE, event, measurements, LentFacts.metadata(facts));
    }
  }

  @Override
  public void started(long nanos, Facts facts) {
    if (cell.get() != 0) {
      Protocol.call(agent, Protocol.STARTED, event, nanos, LentFacts.metadata(facts));
    }
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    if (cell.get() != 0) {
      Protocol.call(
          agent,
          Protocol.ENDED,
          event,
          startNanos,
          endNanos,
          LentFacts.measurements(facts),
          LentFacts.metadata(facts),
          error);
    }
  }
}
