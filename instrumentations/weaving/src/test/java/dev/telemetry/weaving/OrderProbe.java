package dev.telemetry.weaving;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An instrumentation of the test's library, by a companion. */
final class OrderProbe implements InstrumentationModule {
  final List<String> seen = new CopyOnWriteArrayList<>();
  private final String companion;

  OrderProbe() {
    this("FirstOrderAccess");
  }

  OrderProbe(String companion) {
    this.companion = OrderProbe.class.getPackageName() + ".companion." + companion;
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    Companion<OrderAccess> access =
        context.companion(OrderAccess.class, companion, OrderLibrary.FIRST, OrderLibrary.SECOND);
    return List.of(
        WeavePoint.subtypesOf(
            OrderLibrary.FIRST + "|" + OrderLibrary.SECOND,
            "ship(Llibrary/first/Order;)V",
            new SiteAdvice(Probe.CallAdvice.class.getName(), new Numbers(access))));
  }

  @Override
  public List<EventDefinition> events() {
    return List.of();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return List.of();
  }

  private final class Numbers extends Hook {
    private final Companion<OrderAccess> access;

    Numbers(Companion<OrderAccess> access) {
      this.access = access;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Object order = Objects.requireNonNull(first);
      OrderAccess of = access.of(order);
      seen.add(of == null ? "nobody" : of.numberOf(order));
      return null;
    }
  }
}
