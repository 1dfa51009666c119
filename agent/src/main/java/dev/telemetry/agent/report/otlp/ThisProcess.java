package dev.telemetry.agent.report.otlp;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the conventions want to know of the process and its host; what cannot be had is absent. */
final class ThisProcess {
  private static final String HOST_NAME = "/proc/sys/kernel/hostname";

  private ThisProcess() {}

  static void addTo(Map<String, String> attributes) {
    put(attributes, "host.name", hostName());
    put(attributes, "host.arch", architecture(property("os.arch")));
    put(attributes, "os.type", system(property("os.name")));
    put(attributes, "process.pid", pid());
    put(attributes, "process.runtime.name", property("java.runtime.name"));
    put(attributes, "process.runtime.version", property("java.runtime.version"));
    String description =
        property("java.vm.vendor")
            + " "
            + property("java.vm.name")
            + " "
            + property("java.vm.version");
    put(attributes, "process.runtime.description", description.trim());
  }

  private static void put(Map<String, String> attributes, String key, String value) {
    if (!value.isEmpty()) {
      attributes.put(key, value);
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }

  /** Without a look into the DNS wherever that is possible. */
  private static String hostName() {
    String known = new File(HOST_NAME).canRead() ? firstLine(HOST_NAME) : null;
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      known = known == null ? System.getenv(variable) : known;
    }
    if (known != null) {
      return known;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException unknown) {
      return "";
    }
  }

  private static @Nullable String firstLine(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
      return reader.readLine();
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** By the process handle of Java 9, else by the name of the management bean. */
  private static String pid() {
    try {
      Class<?> handle = Class.forName("java.lang.ProcessHandle");
      Object current = handle.getMethod("current").invoke(null);
      return String.valueOf(handle.getMethod("pid").invoke(current));
    } catch (ReflectiveOperationException | RuntimeException java8) {
      return pidOfJava8();
    }
  }

  private static String pidOfJava8() {
    try {
      String name = ManagementFactory.getRuntimeMXBean().getName();
      return name.substring(0, Math.max(0, name.indexOf('@')));
    } catch (RuntimeException | LinkageError refused) {
      return "";
    }
  }

  /** The conventions' word for a processor; as it is where they have none. */
  private static String architecture(String name) {
    switch (name) {
      case "x86_64":
        return "amd64";
      case "aarch64":
        return "arm64";
      case "i386":
      case "i686":
        return "x86";
      default:
        return name;
    }
  }

  private static String system(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return "windows";
    }
    return lower.startsWith("mac") ? "darwin" : lower;
  }
}
