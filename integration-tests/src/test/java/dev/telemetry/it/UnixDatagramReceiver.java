package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** A unix datagram socket that is read when the test says so. */
final class UnixDatagramReceiver implements AutoCloseable {
  private final Path path;
  private final AFUNIXDatagramChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private long lines;
  private int longest;

  UnixDatagramReceiver(Path path) {
    this.path = path;
    try {
      channel = AFUNIXDatagramChannel.open();
      channel.bind(AFUNIXSocketAddress.of(path));
      channel.configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what has come, and returns how many lines there were so far. */
  long readAll() {
    try {
      while (received() > 0) {
        longest = Math.max(longest, buffer.position());
        lines += StandardCharsets.UTF_8.decode(buffer.flip()).toString().lines().count();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** A sender without an address of its own is null, as nothing is. */
  private int received() throws IOException {
    channel.receive(buffer.clear());
    return buffer.position();
  }

  /** How many bytes the longest datagram had so far. */
  int longest() {
    return longest;
  }

  /** Reads until there were so many lines, however long that takes, within the deadline. */
  long awaitAtLeast(long number) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> readAll() >= number,
        () -> lines + " lines instead of " + number);
    return lines;
  }

  /** Reads until the application has emitted everything. */
  void readUntilTheEnd(RunningProcess process) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> readAll() >= 0 && process.stdout().contains("emitted"),
        process::stderr);
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
