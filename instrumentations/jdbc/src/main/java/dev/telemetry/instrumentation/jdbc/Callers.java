package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/** Finds the application's own line among those of drivers, pools and frameworks. */
final class Callers {
  private static final String[] NOT_THE_APPLICATION = {
    "dev.telemetry.bus.",
    "dev.telemetry.dispatch.",
    "dev.telemetry.instrumentation.",
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "jakarta.",
    "com.zaxxer.hikari.",
    "org.apache.tomcat.",
    "org.apache.catalina.",
    "org.apache.commons.",
    "org.apache.coyote.",
    "org.apache.ibatis.",
    "org.mybatis.",
    "org.springframework.",
    "org.hibernate.",
    "org.jooq.",
    "com.p6spy.",
    "net.ttddyy.",
    "com.mchange.",
    "com.alibaba.druid."
  };

  /** In the name of a class that a framework makes. */
  private static final String[] GENERATED = {"$Proxy", "$$"};

  private Callers() {}

  /** Returns the line of the application that is being executed; null where there is none. */
  static @Nullable StackTraceElement ofThisThread() {
    return in(new Throwable().getStackTrace());
  }

  /** Returns the first line that is the application's; null where there is none. */
  static @Nullable StackTraceElement in(StackTraceElement[] stack) {
    for (StackTraceElement line : stack) {
      if (isOfApplication(line.getClassName())) {
        return line;
      }
    }
    return null;
  }

  private static boolean isOfApplication(String type) {
    for (String part : GENERATED) {
      if (type.contains(part)) {
        return false;
      }
    }
    return !startsWithAny(type, NOT_THE_APPLICATION) && !DatabaseSystems.isDriver(type);
  }

  private static boolean startsWithAny(String type, String[] prefixes) {
    for (String prefix : prefixes) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
