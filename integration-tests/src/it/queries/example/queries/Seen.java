package example.queries;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the agent's events have told so far. */
final class Seen {
  final AtomicLong starts = new AtomicLong();
  final AtomicLong stops = new AtomicLong();
  final AtomicLong exceptions = new AtomicLong();
  final AtomicLong rows = new AtomicLong();
  final AtomicLong checkouts = new AtomicLong();
  final AtomicLong endsOfCheckouts = new AtomicLong();
  final AtomicLong timeouts = new AtomicLong();
  private Map<String, Number> last = new TreeMap<>();

  Seen() {
    Telemetry.attachMany(
        "seen", Arrays.asList("db.client.operation.*", "db.client.connection.*"), this::see);
  }

  private void see(String event, Measurements measurements, Metadata metadata) {
    if (event.equals("db.client.operation.start")) {
      starts.incrementAndGet();
    } else if (event.equals("db.client.operation.stop")) {
      stops.incrementAndGet();
      ended(measurements, metadata);
    } else if (event.equals("db.client.operation.exception")) {
      exceptions.incrementAndGet();
      ended(measurements, metadata);
    } else if (event.equals("db.client.connection.start")) {
      checkouts.incrementAndGet();
    } else if (event.equals("db.client.connection.stop")) {
      endsOfCheckouts.incrementAndGet();
    } else if (event.equals("db.client.connection.exception")) {
      endsOfCheckouts.incrementAndGet();
      timeouts.addAndGet(metadata.get("db.client.connection.timed_out") == null ? 0 : 1);
    }
  }

  private synchronized void ended(Measurements measurements, Metadata metadata) {
    Number read = measurements.get("rows");
    rows.addAndGet(read == null ? 0 : read.longValue());
    if ("SELECT".equals(metadata.get("db.operation.name"))) {
      last = measurements.toMap();
    }
  }

  /** A number of the query that ended last; 0 where it has none of that name. */
  synchronized long last(String name) {
    Number number = last.get(name);
    return number == null ? 0 : number.longValue();
  }
}
