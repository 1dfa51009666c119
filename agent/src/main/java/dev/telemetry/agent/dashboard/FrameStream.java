package dev.telemetry.agent.dashboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends frames to one client as server-sent events, until the client has gone. For one thread. */
final class FrameStream {
  private static final long PATIENCE_MILLIS = 5_000;
  private static final byte[] RETRY = bytes("retry: 1000\n\n");
  private static final byte[] AGAIN = bytes("event: again\ndata: {}\n\n");
  private static final byte[] ALIVE = bytes(": alive\n\n");

  private final Running dashboard;
  private final DashboardSection section;
  private final OutputStream out;
  private long sent;

  FrameStream(Running dashboard, OutputStream out) {
    this.dashboard = dashboard;
    this.out = out;
    section = dashboard.section();
  }

  /**
   * Sends what comes after a position. A client whose position cannot be gone on from, or for whom
   * the pages have changed since, is told to read the history again.
   */
  void run(Position position) throws IOException {
    out.write(RETRY);
    if (!position.isIn(dashboard.start(), dashboard.history())) {
      sendAgain();
      return;
    }
    sent = position.frame();
    out.flush();
    try {
      while (!dashboard.hasEnded() && dashboard.section().equals(section)) {
        dashboard.history().awaitAfter(sent, PATIENCE_MILLIS);
        sendNew();
      }
      sendAgain();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendAgain() throws IOException {
    out.write(AGAIN);
    out.flush();
  }

  private void sendNew() throws IOException {
    long before = sent;
    dashboard.history().forEachAfter(before, this::send);
    if (sent == before) {
      out.write(ALIVE);
    }
    out.flush();
  }

  private void send(long number, byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes("id: " + Position.text(dashboard.start(), number) + "\ndata: "));
    out.write(bytes, offset, length);
    out.write('\n');
    sent = number;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
