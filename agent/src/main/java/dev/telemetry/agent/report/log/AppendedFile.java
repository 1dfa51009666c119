package dev.telemetry.agent.report.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that is open for lines at its end, beside others that may write there too. */
final class AppendedFile {
  private final FileChannel channel;
  private final @Nullable Object key;

  private AppendedFile(FileChannel channel, @Nullable Object key) {
    this.channel = channel;
    this.key = key;
  }

  /**
   * Opens a file, which is made where there is none.
   *
   * @throws IOException where it can't be
   */
  static AppendedFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try {
      return new AppendedFile(channel, keyOf(path));
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /** Null where the file system has none, and no file can be moved while it is open. */
  private static @Nullable Object keyOf(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /**
   * Tells whether this still is the file of that name: it may have been moved or removed.
   *
   * @throws IOException where that can't be told
   */
  boolean isAt(Path path) throws IOException {
    try {
      return Objects.equals(key, keyOf(path));
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /**
   * Appends bytes: all of them, or none where that can be helped.
   *
   * @throws IOException where they were not taken
   */
  void append(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException failure) {
      takeBack(left.position());
      throw failure;
    }
  }

  /** A full disk takes the beginning of a line, to which the next one would be glued. */
  private void takeBack(int written) throws IOException {
    if (written > 0) {
      channel.truncate(channel.size() - written);
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
