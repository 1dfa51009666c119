package dev.telemetry.agent.report.otlp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a server has answered. Immutable. */
final class HttpAnswer {
  private static final int MOST_HEAD = 64 << 10;
  private static final int MOST_BODY = 64 << 10;

  private final int status;
  private final String statusLine;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpAnswer(String statusLine, Map<String, String> headers, byte[] body)
      throws IOException {
    this.status = statusOf(statusLine);
    this.statusLine = statusLine;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Reads an answer, of its body no more than 64 KB; a body that breaks off counts as none, because
   * the status has come.
   *
   * @throws IOException where nothing came that is the beginning of an answer
   */
  static HttpAnswer read(InputStream in) throws IOException {
    Head head = new Head(in);
    String statusLine = head.line();
    Map<String, String> headers = head.fields();
    while (statusOf(statusLine) / 100 == 1) { // such as 100 Continue: the answer is yet to come
      statusLine = head.line();
      headers = head.fields();
    }
    return new HttpAnswer(statusLine, headers, body(in, headers, statusOf(statusLine)));
  }

  private static int statusOf(String statusLine) throws IOException {
    String[] words = statusLine.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-9]\\d\\d")) {
      throw new IOException("no HTTP answer");
    }
    return Integer.parseInt(words[1]);
  }

  private static byte[] body(InputStream in, Map<String, String> headers, int status) {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    try {
      String coding = headers.getOrDefault("transfer-encoding", "");
      if (coding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
        return chunks(in);
      }
      String length = headers.get("content-length");
      return take(in, length == null ? Long.MAX_VALUE : Long.parseLong(length), MOST_BODY);
    } catch (IOException | NumberFormatException broken) {
      return new byte[0];
    }
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Head lines = new Head(in);
    long size = chunkSize(lines.line());
    while (size > 0 && all.size() < MOST_BODY) {
      all.write(take(in, size, MOST_BODY - all.size()));
      if (all.size() < MOST_BODY) {
        lines.line();
        size = chunkSize(lines.line());
      }
    }
    return all.toByteArray();
  }

  private static long chunkSize(String line) {
    int end = line.indexOf(';');
    return Long.parseLong((end < 0 ? line : line.substring(0, end)).trim(), 16);
  }

  /** Reads up to a length, or to the end of the stream, and no more than so many bytes. */
  private static byte[] take(InputStream in, long length, int most) throws IOException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    int read = 0;
    while (read >= 0 && taken.size() < Math.min(length, most)) {
      read =
          in.read(buffer, 0, (int) Math.min(buffer.length, Math.min(length, most) - taken.size()));
      taken.write(buffer, 0, Math.max(0, read));
    }
    return taken.toByteArray();
  }

  int status() {
    return status;
  }

  /** Returns status and reason, such as {@code 404 Not Found}. */
  String statusText() {
    return statusLine.substring(statusLine.indexOf(' ') + 1).trim();
  }

  /** Returns a header's first value; empty where there is none. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  byte[] body() {
    return body;
  }

  /** The lines before a body. */
  private static final class Head {
    private final InputStream in;
    private int left = MOST_HEAD;

    Head(InputStream in) {
      this.in = in;
    }

    Map<String, String> fields() throws IOException {
      Map<String, String> fields = new HashMap<>();
      String line = line();
      while (!line.isEmpty()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
          fields.putIfAbsent(name, line.substring(colon + 1).trim());
        }
        line = line();
      }
      return fields;
    }

    String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int next = next();
      while (next != '\n') {
        if (next != '\r') {
          line.write(next);
        }
        next = next();
      }
      return new String(line.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private int next() throws IOException {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection was closed before an answer came");
      }
      if (--left < 0) {
        throw new IOException("an answer without an end");
      }
      return next;
    }
  }
}
