package dev.telemetry.instrumentation.httpclient.call;

/**
 * A template such as {@code /users/{id}}, of every host, or {@code api.acme.com/users/{id}}, of
 * one. A segment in braces, or {@code *}, is any one segment; {@code **} at the end is any number.
 * Immutable.
 */
final class PathTemplate {
  private static final String REST = "**";

  final String path;
  private final String host;
  private final String[] segments;
  private final boolean open;

  PathTemplate(String text) {
    int slash = Math.max(text.indexOf('/'), 0);
    host = text.substring(0, slash);
    path = text.substring(slash);
    open = path.endsWith("/" + REST);
    segments = (open ? path.substring(0, path.length() - REST.length() - 1) : path).split("/", -1);
  }

  boolean fits(String address, String called) {
    if (!host.isEmpty() && !host.equalsIgnoreCase(address)) {
      return false;
    }
    int from = 0;
    for (int i = 0; i < segments.length; i++) {
      if (from > called.length()) {
        return false;
      }
      int slash = called.indexOf('/', from);
      int to = slash < 0 ? called.length() : slash;
      if (!fits(segments[i], called, from, to)) {
        return false;
      }
      from = to + 1;
    }
    return open || from > called.length();
  }

  private static boolean fits(String segment, String called, int from, int to) {
    boolean any = segment.equals("*") || (segment.startsWith("{") && segment.endsWith("}"));
    return any ? to > from : segment.length() == to - from && called.startsWith(segment, from);
  }
}
