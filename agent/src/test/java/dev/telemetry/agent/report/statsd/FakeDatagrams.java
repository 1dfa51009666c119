package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.report.UnixDatagrams;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sockets whose server is there, has room or has gone as the test says. */
final class FakeDatagrams implements UnixDatagrams {
  final List<String> received = new ArrayList<>();
  final List<String> opened = new ArrayList<>();
  @Nullable IOException refusal;
  @Nullable LinkageError defect;
  boolean room = true;
  int closed;

  @Override
  public Way open(String path) throws IOException {
    opened.add(path);
    refuse();
    return new Fake(opened.size());
  }

  /** The server's place is taken by another: what is open leads nowhere. */
  void restart() {
    closed = opened.size();
  }

  private void refuse() throws IOException {
    if (defect != null) {
      throw defect;
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  private final class Fake implements Way {
    private final int number;

    Fake(int number) {
      this.number = number;
    }

    @Override
    public boolean send(byte[] bytes, int length) throws IOException {
      refuse();
      if (number <= closed) {
        throw new PortUnreachableException("gone");
      }
      if (room) {
        received.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
      }
      return room;
    }

    @Override
    public void close() {
      closed = Math.max(closed, number);
    }
  }
}
