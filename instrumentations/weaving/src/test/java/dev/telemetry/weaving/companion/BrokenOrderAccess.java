package dev.telemetry.weaving.companion;

import dev.telemetry.weaving.OrderAccess;

/** A companion that can't be made. */
public final class BrokenOrderAccess implements OrderAccess {
  public BrokenOrderAccess() {
    throw new IllegalStateException("broken");
  }

  @Override
  public String numberOf(Object order) {
    return "";
  }
}
