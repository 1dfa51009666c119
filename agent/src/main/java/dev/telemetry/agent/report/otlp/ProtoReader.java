package dev.telemetry.agent.report.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds single fields of a protobuf message from outside, which may be anything.
 *
 * <p>What is no such message has no such field. Immutable.
 */
final class ProtoReader {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;
  private static final byte[] NOTHING = {};

  private final byte[] bytes;

  ProtoReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the last message of a field; an empty one where there is none. */
  ProtoReader message(int field) {
    return new ProtoReader(find(field, LENGTH).block);
  }

  /** Returns the last text of a field; empty where there is none. */
  String text(int field) {
    return new String(find(field, LENGTH).block, StandardCharsets.UTF_8);
  }

  /** Returns the last number of a field; 0 where there is none. */
  long integer(int field) {
    return find(field, VARINT).number;
  }

  private Found find(int field, int wireType) {
    Scan scan = new Scan(bytes);
    Found found = new Found();
    while (scan.next()) {
      if (scan.tag == ((long) field << 3 | wireType)) {
        found.number = scan.number;
        found.block = scan.block;
      }
    }
    return scan.broken ? new Found() : found;
  }

  private static final class Found {
    long number;
    byte[] block = NOTHING;
  }

  /** Goes from field to field. */
  private static final class Scan {
    private final byte[] bytes;
    private int at;
    long tag;
    long number;
    byte[] block = NOTHING;
    boolean broken;

    Scan(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean next() {
      if (at >= bytes.length) {
        return false;
      }
      tag = varint();
      switch ((int) (tag & 7)) {
        case VARINT:
          number = varint();
          break;
        case EIGHT_BYTES:
          take(Long.BYTES);
          break;
        case LENGTH:
          block = take(varint());
          break;
        case FOUR_BYTES:
          take(Integer.BYTES);
          break;
        default:
          broken = true;
          break;
      }
      return !broken;
    }

    private long varint() {
      long value = 0;
      for (int shift = 0; shift < Long.SIZE && at < bytes.length; shift += 7) {
        byte next = bytes[at++];
        value |= (long) (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
      broken = true;
      return 0;
    }

    private byte[] take(long length) {
      if (length < 0 || length > bytes.length - at) {
        broken = true;
        return NOTHING;
      }
      int from = at;
      at += (int) length;
      return Arrays.copyOfRange(bytes, from, at);
    }
  }
}
