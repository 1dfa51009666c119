package dev.telemetry.agent.http;

import java.io.IOException;

/** Answers requests, several at a time, on the port's threads. */
public interface HttpHandler {

  /**
   * Answers one request. A handler that answers nothing leaves an empty page.
   *
   * @param request {@code GET} or {@code HEAD}; a handler need not tell them apart
   * @throws IOException where the client has gone, as {@code answer} throws it; the client is not
   *     told of any other failure if a part of the answer has left already
   */
  void answer(HttpRequest request, HttpAnswer answer) throws IOException;
}
