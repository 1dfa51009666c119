package example.troubled;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;

/** The library, in a VM of which something could not be measured. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Telemetry.execute(
        "telemetry.poller.failure", Measurements.none(), Metadata.of("event.name", "jvm.cpu"));
    example.library.Main.main(args);
  }
}
