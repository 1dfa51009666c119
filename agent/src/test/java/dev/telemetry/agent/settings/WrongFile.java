package dev.telemetry.agent.settings;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.List;
import java.util.Map;

/**
 * One wrong configuration of the tables in {@code wrong/}, and everything that is said of it.
 *
 * @param place the table and the line
 * @param files their texts by name
 * @param given system properties ({@code -Dname}) and variables with their values
 * @param messages in their order
 */
record WrongFile(
    String place, Map<String, String> files, Map<String, String> given, List<String> messages) {

  /** Reads it by the very code of the agent and of {@code check}. */
  Settings read() {
    ConfigFixture fixture = ConfigFixture.empty();
    files.forEach(fixture::file);
    given.forEach(
        (name, value) -> {
          if (name.startsWith("-D")) {
            fixture.property(name.substring(2), value);
          } else {
            fixture.variable(name, value);
          }
        });
    return Settings.read(fixture.load(), Shipped.all());
  }

  @Override
  public String toString() {
    return place;
  }
}
