package dev.telemetry.weaving;

/** The role of the test's companion: free of the library's types. */
public interface OrderAccess {
  String numberOf(Object order);
}
