package dev.telemetry.agent.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the bytes of a request up to the empty line, and no more than the limit. */
final class RequestHead {
  /** Browsers send a host's cookies to all of its ports: 8 KB are seen, more is no request. */
  static final int LIMIT = 16 * 1024;

  private static final int FIRST_SIZE = 512;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;
  private boolean complete;

  /** Takes what was read; what follows the empty line is left in the buffer. */
  void add(ByteBuffer read) {
    while (read.hasRemaining() && !isDone()) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(2 * length, LIMIT));
      }
      bytes[length++] = read.get();
      complete = endsWithEmptyLine();
    }
  }

  private boolean endsWithEmptyLine() {
    return length >= 4
        && bytes[length - 1] == '\n'
        && bytes[length - 2] == '\r'
        && bytes[length - 3] == '\n'
        && bytes[length - 4] == '\r';
  }

  /** Tells whether nothing more is to be read: the head is there, or too large. */
  boolean isDone() {
    return complete || length == LIMIT;
  }

  /** Returns the request, once done. */
  HttpRequest request() throws BadRequest {
    if (!complete) {
      throw new BadRequest(BadRequest.HEAD_TOO_LARGE, "more than " + LIMIT + " bytes of headers");
    }
    return HttpRequest.parse(new String(bytes, 0, length - 4, StandardCharsets.ISO_8859_1));
  }
}
