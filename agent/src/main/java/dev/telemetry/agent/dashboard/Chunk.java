package dev.telemetry.agent.dashboard;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Some frames in a row, pressed: frames resemble each other, so they take a fraction. Immutable.
 */
final class Chunk {
  private static final int BUFFER = 8 * 1024;

  private final long first;
  private final int frames;
  private final int length;
  private final byte[] pressed;

  private Chunk(long first, int frames, int length, byte[] pressed) {
    this.first = first;
    this.frames = frames;
    this.length = length;
    this.pressed = pressed;
  }

  /**
   * Presses frames.
   *
   * @param first the number of the first
   * @param lines each ends with a line feed and has no other
   */
  static Chunk of(long first, Collection<byte[]> lines) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      int length = 0;
      for (byte[] line : lines) {
        length += line.length;
        deflater.setInput(line);
        drain(deflater, buffer, out);
      }
      deflater.finish();
      drain(deflater, buffer, out);
      return new Chunk(first, lines.size(), length, out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream out) {
    for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
      out.write(buffer, 0, n);
    }
  }

  /** Returns all the lines as they were. */
  byte[] lines() {
    Inflater inflater = new Inflater();
    try {
      byte[] lines = new byte[length];
      inflater.setInput(pressed);
      for (int done = 0; done < length; ) {
        done += inflater.inflate(lines, done, length - done);
      }
      return lines;
    } catch (DataFormatException never) {
      throw new IllegalStateException(never);
    } finally {
      inflater.end();
    }
  }

  /** Returns the number of the first frame. */
  long first() {
    return first;
  }

  /** Returns how many frames there are. */
  int frames() {
    return frames;
  }

  /** Returns how many bytes of memory it takes. */
  int bytes() {
    return pressed.length;
  }
}
