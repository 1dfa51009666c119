package example.extension;

import dev.telemetry.Handler;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers events: {@code handlers: [{class: example.extension.Audit, events: ["shop.**"]}]}. */
public final class Audit implements Handler {
  private final AtomicLong number = new AtomicLong();

  @Override
  public void handle(String event, Measurements measurements, Metadata metadata) {
    System.err.println("audit " + number.incrementAndGet() + ": " + event + " " + metadata.toMap());
  }
}
