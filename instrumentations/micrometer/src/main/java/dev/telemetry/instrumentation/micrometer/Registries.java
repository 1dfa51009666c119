package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Event;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.PulledValues.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application's registries, oldest first; none is kept alive but one that was closed, until it
 * was read once more. Thread-safe.
 *
 * <p>A number that several of them have is read from the first one that has it, and from then on
 * from that one: that is how those behind a composite registry count once, also where a meter is
 * being made in one after the other while they are read.
 */
final class Registries {
  private final Event found;
  private final Companion<MeterAccess> companions;
  private final Shown shown = new Shown();
  private final List<Registry> all = new ArrayList<>();

  /** Takes the event of a registry that is found. */
  Registries(Event found, Companion<MeterAccess> companions) {
    this.found = found;
    this.companions = companions;
  }

  /** A registry makes a meter; called by the application. */
  void seen(Object registry) {
    synchronized (all) {
      if (find(registry) == null) {
        all.add(new Registry(registry));
      }
    }
  }

  /** A registry is about to close, perhaps not for the first time; called by the application. */
  void closed(Object registry) {
    synchronized (all) {
      Registry closing = find(registry);
      if (closing != null) {
        closing.close();
      }
    }
  }

  private @Nullable Registry find(Object registry) {
    for (Registry each : all) {
      if (each.is(registry)) {
        return each;
      }
    }
    return null;
  }

  /** Reads all of them; one thread at a time. */
  void pull(Sink sink) {
    Pull pull = new Pull(sink, shown);
    for (Registry registry : snapshot()) {
      boolean last = registry.isClosed();
      Object now = registry.get();
      if (now != null) {
        read(registry, now, pull);
      }
      if (now == null || last) {
        forget(registry);
      }
    }
    pull.end();
  }

  private List<Registry> snapshot() {
    synchronized (all) {
      return new ArrayList<>(all);
    }
  }

  private void forget(Registry registry) {
    synchronized (all) {
      Iterator<Registry> each = all.iterator();
      while (each.hasNext()) {
        if (each.next() == registry) {
          each.remove();
        }
      }
    }
  }

  private void read(Registry registry, Object now, Pull pull) {
    MeterAccess access = companions.of(now);
    if (access == null) {
      return;
    }
    boolean forwarded = access.keepsTotals(now);
    if (registry.isNew()) {
      found.execute(Measurements.none(), facts(now, forwarded));
    }
    if (forwarded) {
      registry.read(access, now, pull);
    }
  }

  private static Metadata facts(Object registry, boolean forwarded) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(MicrometerEvents.TYPE, registry.getClass().getName());
    facts.put(MicrometerEvents.FORWARDED, Boolean.toString(forwarded));
    return Metadata.of(facts);
  }
}
