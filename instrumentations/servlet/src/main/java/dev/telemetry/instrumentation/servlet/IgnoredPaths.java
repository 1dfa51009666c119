package dev.telemetry.instrumentation.servlet;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import java.util.ArrayList;
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

  private static final int ENDS = 32;

  /** By a path's last character: most patterns are for one end, and each request is looked at. */
  private final PathPattern[][] byEnd = new PathPattern[ENDS][];

  private final boolean none;

  IgnoredPaths(List<String> written) {
    none = written.isEmpty();
    List<PathPattern> patterns = new ArrayList<>();
    for (String pattern : written) {
      patterns.add(new PathPattern(pattern));
    }
    for (int end = 0; end < ENDS; end++) {
      byEnd[end] = fitting(patterns, end);
    }
  }

  private static PathPattern[] fitting(List<PathPattern> patterns, int end) {
    List<PathPattern> fitting = new ArrayList<>();
    for (PathPattern pattern : patterns) {
      if (pattern.endsAnyhow() || pattern.last() % ENDS == end) {
        fitting.add(pattern);
      }
    }
    return fitting.toArray(new PathPattern[0]);
  }

  boolean areNone() {
    return none;
  }

  /**
   * Tells whether a path of two parts may be ignored; false is certain.
   *
   * @param below begins with a slash
   */
  boolean mayHave(String above, String below) {
    for (PathPattern pattern : byEnd[below.charAt(below.length() - 1) % ENDS]) {
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
    char last = to > from ? uri.charAt(to - 1) : '/';
    for (PathPattern pattern : byEnd[last % ENDS]) {
      if (pattern.matches(uri, from, to)) {
        return true;
      }
    }
    return false;
  }
}
