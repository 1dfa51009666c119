package dev.telemetry.agent.config;

/** The sections that the configuration has by contract and nothing reads yet. */
public final class LaterSections {
  private static final String[] KEYS = {"handlers"};

  private LaterSections() {}

  /** Says of each one given that it is not available in this version. */
  public static void tell(ConfigNode root) {
    for (String key : KEYS) {
      root.child(key).notAvailable();
    }
  }
}
