package example.measured;

import dev.telemetry.Measured;

@Measured("books")
final class Ledger implements Greeting {
  void open() {}

  static void close() {}
}
