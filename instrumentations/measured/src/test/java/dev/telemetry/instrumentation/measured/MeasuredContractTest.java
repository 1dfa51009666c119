package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
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
  protected Set<String> userKeys() {
    return Set.of("payment.kind");
  }
}
