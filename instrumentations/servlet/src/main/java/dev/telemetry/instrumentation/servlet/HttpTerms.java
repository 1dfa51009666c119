package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/** Keeps what a client can make up to a few known terms, and boxes a status but once. */
final class HttpTerms {
  /** The first status that tells of a client's mistake. */
  static final int CLIENT_ERROR = 400;

  /** The first status that tells of a server's mistake. */
  static final int SERVER_ERROR = 500;

  private static final int FIRST = 100;
  private static final Integer[] STATUS = boxed(FIRST, 600);

  private HttpTerms() {}

  /** Returns a method of RFC 9110 or RFC 5789 as it is, any other as {@code _OTHER}. */
  static String method(@Nullable String sent) {
    String method = sent == null ? "" : sent;
    switch (method) {
      case "CONNECT":
      case "DELETE":
      case "GET":
      case "HEAD":
      case "OPTIONS":
      case "PATCH":
      case "POST":
      case "PUT":
      case "TRACE":
        return method;
      default:
        return ServletEvents.OTHER;
    }
  }

  /** Returns {@code http} or {@code https}, any other as {@code _OTHER}. */
  static String scheme(@Nullable String sent) {
    return sent != null && (sent.equals("http") || sent.equals("https"))
        ? sent
        : ServletEvents.OTHER;
  }

  /** Returns a status as an object that exists already, where it is one of HTTP. */
  static Integer status(int status) {
    int index = status - FIRST;
    return index >= 0 && index < STATUS.length ? STATUS[index] : Integer.valueOf(status);
  }

  private static Integer[] boxed(int from, int to) {
    Integer[] boxed = new Integer[to - from];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = from + i;
    }
    return boxed;
  }
}
