package dev.telemetry.instrumentation.servlet;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import java.util.List;

/**
 * The paths, inside their application, of requests that nobody wants to see among the others: those
 * of machines that ask whether it is well, and of files. Immutable.
 */
final class IgnoredPaths {
  /** What is ignored unless the user says otherwise. */
  static final List<String> DEFAULT =
      unmodifiableList(
          asList(
              "/health*",
              "/health/**",
              "/livez",
              "/readyz",
              "/actuator/**",
              "/favicon.ico",
              "/robots.txt",
              "*.css",
              "*.js",
              "*.mjs",
              "*.map",
              "*.png",
              "*.jpg",
              "*.jpeg",
              "*.gif",
              "*.svg",
              "*.ico",
              "*.webp",
              "*.avif",
              "*.woff",
              "*.woff2",
              "*.ttf"));

  private final PathPattern[] patterns;

  IgnoredPaths(List<String> patterns) {
    this.patterns = patterns.stream().map(PathPattern::new).toArray(PathPattern[]::new);
  }

  boolean areNone() {
    return patterns.length == 0;
  }

  /**
   * Tells whether a path of two parts may be ignored; false is certain.
   *
   * @param below begins with a slash
   */
  boolean mayHave(String above, String below) {
    for (PathPattern pattern : patterns) {
      if (pattern.mayMatch(above, below)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a request is to be left alone.
   *
   * @param uri the path as sent, which may end in parameters
   * @param application the path of the application, which its patterns do not have
   */
  boolean have(String uri, String application) {
    int from = uri.startsWith(application) ? application.length() : 0;
    int parameters = uri.indexOf(';', from);
    int to = parameters < 0 ? uri.length() : parameters;
    for (PathPattern pattern : patterns) {
      if (pattern.matches(uri, from, to)) {
        return true;
      }
    }
    return false;
  }
}
