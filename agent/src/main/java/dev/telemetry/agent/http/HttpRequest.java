package dev.telemetry.agent.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came (RFC 9112, sections 3 and 5), without a body. Immutable. */
public final class HttpRequest {
  private static final String SPACES = "[ \t]*";

  private final String method;
  private final String path;
  private final @Nullable String query;
  private final boolean old;
  private final Map<String, String> headers;

  private HttpRequest(String[] line, Map<String, String> headers) throws BadRequest {
    int question = line[1].indexOf('?');
    this.method = line[0];
    this.path = question < 0 ? line[1] : line[1].substring(0, question);
    this.query = question < 0 ? null : line[1].substring(question + 1);
    this.old = line[2].equals("HTTP/1.0");
    this.headers = headers;
    check(line[2]);
  }

  private void check(String version) throws BadRequest {
    if (!old && !version.equals("HTTP/1.1")) {
      throw new BadRequest(BadRequest.VERSION_NOT_SUPPORTED, "HTTP/1.1 is spoken here");
    }
    if (!method.equals("GET") && !isHead()) {
      throw new BadRequest(BadRequest.METHOD_NOT_ALLOWED, "GET and HEAD are answered here");
    }
    if (!path.startsWith("/")) {
      throw new BadRequest(BadRequest.BAD_REQUEST, "expected a path");
    }
    if (!old && !headers.containsKey("host")) {
      throw new BadRequest(BadRequest.BAD_REQUEST, "expected a Host");
    }
  }

  /**
   * Reads the head of a request.
   *
   * @param head all its lines, without the empty one
   */
  static HttpRequest parse(String head) throws BadRequest {
    String[] lines = head.split("\r\n", -1);
    String[] first = lines[0].split(" ", -1);
    if (first.length != 3) {
      throw new BadRequest(BadRequest.BAD_REQUEST, "expected GET, a path and HTTP/1.1");
    }
    return new HttpRequest(first, headers(lines));
  }

  private static Map<String, String> headers(String[] lines) throws BadRequest {
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon <= 0 || !isName(lines[i], colon)) {
        throw new BadRequest(BadRequest.BAD_REQUEST, "expected a header in line " + (i + 1));
      }
      String value =
          lines[i]
              .substring(colon + 1)
              .replaceFirst("^" + SPACES, "")
              .replaceFirst(SPACES + "$", "");
      headers.merge(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b);
    }
    return headers;
  }

  /** A space before the colon, or a line that goes on, is what attacks are made of. */
  private static boolean isName(String line, int end) {
    for (int i = 0; i < end; i++) {
      if (line.charAt(i) <= ' ' || line.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the client wants the head of the answer alone. */
  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Tells whether the client speaks HTTP/1.0, and so knows no chunks. */
  boolean isOld() {
    return old;
  }

  /** Returns {@code GET} or {@code HEAD}. */
  public String method() {
    return method;
  }

  /** Returns the path as it was sent, not decoded, without the query. */
  public String path() {
    return path;
  }

  /** Returns what stands behind the question mark, not decoded; null where there is none. */
  public @Nullable String query() {
    return query;
  }

  /**
   * Returns a header; where it came several times, the values behind each other.
   *
   * @return null where it did not come
   */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Tells how much the client likes something by one of its {@code Accept} headers (RFC 9110,
   * section 12.4.2).
   *
   * @param header such as {@code Accept-Encoding}
   * @param names the first that the header names, without parameters, counts: {@code text/plain},
   *     then {@code text/*}
   * @return from 0 to 1; 0 also where none of them is named
   */
  public double weight(String header, String... names) {
    String accepted = header(header);
    for (String name : names) {
      double weight = accepted == null ? -1 : Weights.weight(accepted, name);
      if (weight >= 0) {
        return weight;
      }
    }
    return 0;
  }
}
