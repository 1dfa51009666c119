package dev.telemetry.agent.http;

import dev.telemetry.agent.log.AgentLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Answers the requests of a port, on its workers. */
final class Exchange {
  private static final int MOST_UNREAD = 1 << 20;

  private final HttpHandler front;
  private final Connections connections;
  private final HttpCounts counts;
  private final AgentLog log;

  /**
   * Takes what all answers share.
   *
   * @param front meets every request first
   */
  Exchange(HttpHandler front, Connections connections, HttpCounts counts, AgentLog log) {
    this.front = front;
    this.connections = connections;
    this.counts = counts;
    this.log = log;
  }

  /** Answers the request of a connection, which is closed then; never throws. */
  void answer(Connection connection) {
    try {
      tryToAnswer(connection);
      counts.answered();
      connections.close(connection);
    } catch (ClientGone gone) {
      connections.drop(connection, "client gone");
    } catch (Throwable failure) {
      connections.drop(connection, "answer broken off");
    }
  }

  private void tryToAnswer(Connection connection) throws IOException {
    ConnectionOutput out = new ConnectionOutput(connection, connections);
    try {
      HttpRequest request = connection.request();
      answer(request, new HttpAnswer(request, out));
    } catch (BadRequest bad) {
      refuse(bad, out);
      readTheRest(connection);
    }
  }

  private void answer(HttpRequest request, HttpAnswer answer) throws IOException {
    try {
      front.answer(request, answer);
      answer.end();
    } catch (ClientGone gone) {
      throw gone;
    } catch (Throwable failure) {
      log.failure("http: cannot answer " + request.path(), failure);
      answer.fail(failure);
    }
  }

  private static void refuse(BadRequest bad, ConnectionOutput out) throws IOException {
    byte[] text = (bad.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
    AnswerHead head = new AnswerHead(bad.status(), HttpAnswer.TEXT);
    if (bad.status() == BadRequest.METHOD_NOT_ALLOWED) {
      head.header("Allow", "GET, HEAD");
    }
    out.write(head.header("Content-Length", Integer.toString(text.length)).bytes());
    out.write(text);
  }

  /** Closed with bytes unread, a connection takes the answer with it before the client has it. */
  private static void readTheRest(Connection connection) throws IOException {
    connection.channel().shutdownOutput();
    connection.deadline().writing(System.nanoTime());
    ByteBuffer unread = ByteBuffer.allocate(1024);
    int left = MOST_UNREAD;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      unread.clear();
      read = connection.channel().read(unread);
    }
  }
}
