package dev.telemetry.agent.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The body of an answer. The head goes out with the first bytes and not before, so that a failure
 * until then can still be told; a body that fits the buffer has a length, a longer one comes in
 * chunks (RFC 9112, section 7.1), to a client of HTTP/1.0 up to the end of the connection.
 */
final class AnswerBody extends OutputStream {
  private static final int SIZE = 8 * 1024;
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final HttpRequest request;
  private final AnswerHead head;
  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int length;
  private boolean begun;
  private boolean closed;

  AnswerBody(HttpRequest request, AnswerHead head, OutputStream out) {
    this.request = request;
    this.head = head;
    this.out = out;
  }

  /** Tells whether the client knows of the answer already. */
  boolean begun() {
    return begun;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int from = offset;
    int left = count;
    while (left > 0) {
      if (length == SIZE) {
        flush();
      }
      int part = Math.min(left, SIZE - length);
      System.arraycopy(bytes, from, buffer, length, part);
      length += part;
      from += part;
      left -= part;
    }
  }

  @Override
  public void flush() throws IOException {
    begin();
    if (length > 0 && !request.isHead()) {
      writeChunk();
    }
    length = 0;
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      if (!request.isOld()) {
        head.header("Transfer-Encoding", "chunked");
      }
      out.write(head.bytes());
    }
  }

  private void writeChunk() throws IOException {
    if (request.isOld()) {
      out.write(buffer, 0, length);
    } else {
      out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write(buffer, 0, length);
      out.write(LINE_END);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (begun) {
      flush();
      end();
    } else {
      writeAtOnce();
    }
    out.flush();
  }

  private void end() throws IOException {
    if (!request.isOld() && !request.isHead()) {
      out.write(LAST_CHUNK);
    }
  }

  private void writeAtOnce() throws IOException {
    begun = true;
    out.write(head.header("Content-Length", Integer.toString(length)).bytes());
    if (!request.isHead()) {
      out.write(buffer, 0, length);
    }
  }
}
