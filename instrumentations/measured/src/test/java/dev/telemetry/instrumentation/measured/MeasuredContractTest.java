package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

class MeasuredContractTest extends InstrumentationContract {
  @Override
  protected InstrumentationModule module() {
    return new MeasuredModule();
  }

  @Override
  protected String span() {
    return "till.charge";
  }

  @Override
  protected Callable<?> succeeding() {
    return () -> new Till().charge(3, "card");
  }

  @Override
  protected Callable<?> failing() {
    return () -> new Till().charge(-1, "card");
  }

  @Override
  protected List<Callable<?>> furtherWork() {
    return List.of(
        () -> {
          Board board = new Board();
          board.handle("s1", "red");
          board.handle("s1", "red");
          return board.render("s1");
        });
  }

  @Override
  protected Set<String> userKeys() {
    return Set.of("payment.kind", "button");
  }
}
