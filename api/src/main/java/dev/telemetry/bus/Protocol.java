package dev.telemetry.bus;

import dev.telemetry.Handler;
import dev.telemetry.HandlerInfo;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The agent's side of what {@link Bus#protocol} lists. */
final class Protocol implements Function<Object[], Object> {
  static final String ATTACH = "attach";
  static final String DETACH = "detach";
  static final String HANDLERS = "handlers";
  static final String CELL = "cell";
  static final String SINGLE = "single";
  static final String STARTED = "started";
  static final String ENDED = "ended";

  /** The operations of a handler. */
  static final String HANDLE = "handle";

  static final String DETACHED = "detached";

  private final Bus bus;

  Protocol(Bus bus) {
    this.bus = bus;
  }

  @Override
  public @Nullable Object apply(Object[] call) {
    switch ((String) call[0]) {
      case ATTACH:
        return attach(call);
      case DETACH:
        return bus.detach((String) call[1]);
      case HANDLERS:
        return handlers((String) call[1]);
      case CELL:
        return bus.cell((String) call[1]);
      default:
        return emit(call);
    }
  }

  private @Nullable Object emit(Object[] call) {
    switch ((String) call[0]) {
      case SINGLE:
        event(call).single(lent(call[2], call[3]));
        return null;
      case STARTED:
        event(call).started((Long) call[2], lent(Collections.emptyMap(), call[3]));
        return null;
      case ENDED:
        Facts facts = lent(call[4], call[5]);
        event(call).ended((Long) call[2], (Long) call[3], facts, (Throwable) call[6]);
        return null;
      default:
        return null;
    }
  }

  private Boolean attach(Object[] call) {
    List<String> patterns = Arrays.asList((String[]) call[2]);
    Handler handler = new ForeignHandler(function(call[3]));
    bus.attach((String) call[1], patterns, handler, onFailure(call[4]));
    return Boolean.TRUE;
  }

  private List<Object[]> handlers(String prefix) {
    List<Object[]> found = new ArrayList<>();
    for (HandlerInfo info : bus.handlers(prefix)) {
      found.add(new Object[] {info.id(), info.event(), info.onFailure().reportsPerMinute()});
    }
    return found;
  }

  private Event event(Object[] call) {
    return bus.event((String) call[1]);
  }

  @SuppressWarnings("unchecked") // what the protocol promises
  private static Facts lent(Object measurements, Object metadata) {
    return Facts.of((Map<String, Number>) measurements, (Map<String, Object>) metadata);
  }

  static @Nullable Object call(
      Function<Object[], Object> other, @Nullable Object... operationAndArguments) {
    return other.apply(operationAndArguments);
  }

  static OnFailure onFailure(Object reports) {
    int perMinute = (Integer) reports;
    return perMinute > 0 ? OnFailure.keep(perMinute) : OnFailure.detach();
  }

  @SuppressWarnings("unchecked") // what the protocol promises
  static Function<Object[], Object> function(Object value) {
    return (Function<Object[], Object>) value;
  }

  @SuppressWarnings("unchecked") // what the protocol promises
  static Measurements measurements(Object value) {
    return Measurements.of((Map<String, Number>) value);
  }

  @SuppressWarnings("unchecked") // what the protocol promises
  static Metadata metadata(Object value) {
    return Metadata.of((Map<String, Object>) value);
  }
}
