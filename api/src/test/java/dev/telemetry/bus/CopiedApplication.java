package dev.telemetry.bus;

import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What an application does with its copy of the API; called by reflection in {@link Copy}. */
public final class CopiedApplication {
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  private CopiedApplication() {}

  public static Function<Object[], Object> protocol() {
    return Bus.shared().protocol();
  }

  public static void link(Function<Object[], Object> agent) {
    Bus.link(agent);
  }

  public static void unlink() {
    Bus.unlink();
  }

  public static void attach(String id, String event) {
    Telemetry.attach(
        id, event, (name, measurements, metadata) -> SEEN.add(name + measurements + metadata));
  }

  public static void execute(String event, Map<String, Integer> measurements) {
    Telemetry.execute(event, measurements, Map.of());
  }

  public static String span(String prefix, String result) {
    return Telemetry.span(prefix, Metadata.of("k", "v"), () -> result);
  }

  public static List<String> seen() {
    return SEEN;
  }

  public static List<String> handlers() {
    return Telemetry.handlers("").stream().map(Object::toString).toList();
  }
}
