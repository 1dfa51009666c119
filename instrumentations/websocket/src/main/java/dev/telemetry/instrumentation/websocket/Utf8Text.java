package dev.telemetry.instrumentation.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A text as it came, byte by byte: enough to find names in it, which are decoded when they are cut
 * out. Its length is in bytes.
 */
final class Utf8Text implements CharSequence {
  private final ByteBuffer bytes;
  private final int first;

  Utf8Text(ByteBuffer bytes) {
    this.bytes = bytes;
    first = bytes.position();
  }

  @Override
  public int length() {
    return bytes.limit() - first;
  }

  @Override
  public char charAt(int index) {
    return (char) (bytes.get(first + index) & 0xFF);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    byte[] part = new byte[end - start];
    for (int i = 0; i < part.length; i++) {
      part[i] = bytes.get(first + start + i);
    }
    return new String(part, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return subSequence(0, length()).toString();
  }
}
