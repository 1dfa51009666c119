package dev.telemetry.agent.settings;

import dev.telemetry.instrumentation.InstrumentationModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The instrumentations that the jar holds, as its service file lists them. */
public final class Modules {
  private static final String SERVICE =
      "META-INF/services/" + InstrumentationModule.class.getName();

  private Modules() {}

  /** Makes one of each. */
  public static List<InstrumentationModule> load()
      throws IOException, ReflectiveOperationException {
    List<InstrumentationModule> modules = new ArrayList<>();
    for (String name : names()) {
      modules.add(
          Class.forName(name)
              .asSubclass(InstrumentationModule.class)
              .getConstructor()
              .newInstance());
    }
    return modules;
  }

  private static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    InputStream in = Modules.class.getClassLoader().getResourceAsStream(SERVICE);
    if (in == null) {
      return names;
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.trim().isEmpty()) {
          names.add(line.trim());
        }
      }
    }
    return names;
  }
}
