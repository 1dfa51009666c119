package dev.telemetry.instrumentation.measured;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredTag;

/** An application's class that knows nothing of being measured, but for one method. */
class Ledger {
  private int entries;

  Ledger() {
    entries = 1;
  }

  int add(String account, int amount) {
    return book(account, amount) + entries;
  }

  int add(@MeasuredTag("currency") String currency) {
    return currency.length();
  }

  private int book(String account, int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(account);
    }
    return amount;
  }

  static final long sum(long... values) {
    return values.length == 0
        ? 0
        : values[0] + sum(java.util.Arrays.copyOfRange(values, 1, values.length));
  }

  @Measured("ledger.close")
  boolean close() {
    return true;
  }

  Runnable lambda() {
    return () -> entries++;
  }
}
