package dev.telemetry.agent.report.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes protobuf messages into memory: the wire types that OTLP's metrics need.
 *
 * <p>By https://protobuf.dev/programming-guides/encoding/. A message inside is written between
 * {@link #open} and {@link #close}, which puts its length in front of it. Used by one thread.
 */
final class ProtoWriter {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;

  private byte[] bytes = new byte[4096];
  private int size;

  /** Returns how many bytes were written so far. */
  int size() {
    return size;
  }

  /** Returns a copy of what was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Begins a message inside; returns what {@link #close} needs. */
  int open(int field) {
    tag(field, LENGTH);
    return size;
  }

  /** Ends a message inside; the last one opened first. */
  void close(int opened) {
    int length = size - opened;
    int room = varintSize(length);
    ensure(room);
    System.arraycopy(bytes, opened, bytes, opened + room, length);
    size = opened;
    varint(length);
    size += length;
  }

  void text(int field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    tag(field, LENGTH);
    varint(utf8.length);
    ensure(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  /** Writes an {@code int64}, an {@code enum} or, as 0 or 1, a {@code bool}. */
  void integer(int field, long value) {
    tag(field, VARINT);
    varint(value);
  }

  /** Writes a {@code fixed64} or {@code sfixed64}. */
  void fixed(int field, long value) {
    tag(field, EIGHT_BYTES);
    eightBytes(value);
  }

  void number(int field, double value) {
    fixed(field, Double.doubleToRawLongBits(value));
  }

  /** Writes a repeated {@code fixed64}; nothing where there is none. */
  void fixed(int field, long[] values) {
    beginPacked(field, values.length);
    for (long value : values) {
      eightBytes(value);
    }
  }

  /** Writes a repeated {@code double}; nothing where there is none. */
  void numbers(int field, double[] values) {
    beginPacked(field, values.length);
    for (double value : values) {
      eightBytes(Double.doubleToRawLongBits(value));
    }
  }

  private void beginPacked(int field, int count) {
    if (count > 0) {
      tag(field, LENGTH);
      varint(count * (long) Long.BYTES);
    }
  }

  private void tag(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  private void varint(long value) {
    ensure(10);
    long left = value;
    while ((left & ~0x7FL) != 0) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  private static int varintSize(long value) {
    int bits = 64 - Long.numberOfLeadingZeros(value | 1);
    return (bits + 6) / 7;
  }

  private void eightBytes(long value) {
    ensure(Long.BYTES);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
