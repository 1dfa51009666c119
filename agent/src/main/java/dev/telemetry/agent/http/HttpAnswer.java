package dev.telemetry.agent.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answer to one request, once: {@link #text}, {@link #body} or {@link #stream}. For the
 * thread that the handler was called on.
 */
public final class HttpAnswer {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final int FAILED = 500;
  static final String TEXT = "text/plain; charset=utf-8";

  private final HttpRequest request;
  private final ConnectionOutput out;
  private @Nullable AnswerBody body;

  HttpAnswer(HttpRequest request, ConnectionOutput out) {
    this.request = request;
    this.out = out;
  }

  /** Answers with a line for people, as error pages are. */
  public void text(int status, String line) throws IOException {
    try (OutputStream text = begin(new AnswerHead(status, TEXT))) {
      text.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Sends the client elsewhere.
   *
   * @param location where
   * @param cookie for it to keep
   */
  void redirect(String location, String cookie) throws IOException {
    AnswerHead head = new AnswerHead(SEE_OTHER, TEXT);
    begin(head.header("Location", location).header("Set-Cookie", cookie)).close();
  }

  /**
   * Begins a page, which is compressed where the client takes that. It has to be taken within a
   * minute, by a client that keeps reading.
   *
   * @return to be closed once the page is complete, and not after a failure: what was closed looks
   *     whole
   */
  public OutputStream body(String contentType) throws IOException {
    AnswerHead head = new AnswerHead(OK, contentType);
    if (request.weight("Accept-Encoding", "gzip", "*") == 0) {
      return begin(head);
    }
    return new GZIPOutputStream(begin(head.header("Content-Encoding", "gzip")));
  }

  /**
   * Begins a stream without an end, such as one of events: what is flushed goes out at once, and
   * nobody minds how long the handler waits between. It keeps one of the port's threads, so there
   * can be few, and the oldest ends where there are too many; writing fails when that happens, when
   * the client has gone or the port closes.
   */
  public OutputStream stream(String contentType) throws IOException {
    out.lastLong();
    OutputStream stream = begin(new AnswerHead(OK, contentType));
    stream.flush();
    return stream;
  }

  private AnswerBody begin(AnswerHead head) {
    if (body != null) {
      throw new IllegalStateException("answered twice");
    }
    AnswerBody begun = new AnswerBody(request, head, out);
    body = begun;
    return begun;
  }

  /**
   * Tells of a failure.
   *
   * @throws IOException where a part of the answer is out, which must not look like the whole
   */
  void fail(Throwable failure) throws IOException {
    if (body != null && body.begun()) {
      throw new IOException(failure);
    }
    body = null;
    text(FAILED, "Failed with " + failure.getClass().getName());
  }

  /** Ends what a handler has left open. */
  void end() throws IOException {
    (body == null ? begin(new AnswerHead(OK, TEXT)) : body).close();
  }
}
