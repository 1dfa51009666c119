package dev.telemetry.weaving;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first look at a class: which of the words that matter stand in its constant pool.
 *
 * <p>One pass without an object per entry; ASM's {@code ClassReader} on every class costs three to
 * five times that. The layout is that of the Java Virtual Machine Specification, 4.4.
 */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int[] SIZES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2,
  };
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private final byte[][] words;
  private final int[] slots;
  private final int mask;
  private final boolean[] lengths = new boolean[256];

  ConstantPool(List<String> words) {
    this.words = new byte[words.size()][];
    int size = Integer.highestOneBit(Math.max(4, words.size() * 4)) << 1;
    slots = new int[size];
    mask = size - 1;
    for (int i = 0; i < words.size(); i++) {
      add(i, modified(words.get(i)));
    }
  }

  /** Numbers words in order of their first appearance, for the constructor and for look-ups. */
  static Map<String, Integer> number(Iterable<String> words) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : words) {
      numbers.putIfAbsent(word, numbers.size());
    }
    return numbers;
  }

  /** As a class file writes it: beyond the first plane, and for zero, not quite UTF-8. */
  private static byte[] modified(String word) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(word.length() + 2);
    try {
      new DataOutputStream(bytes).writeUTF(word);
    } catch (IOException tooLong) {
      // no class file can hold it either
      return word.getBytes(StandardCharsets.UTF_8);
    }
    byte[] constant = bytes.toByteArray();
    return Arrays.copyOfRange(constant, 2, constant.length);
  }

  private void add(int number, byte[] word) {
    words[number] = word;
    lengths[Math.min(word.length, 255)] = true;
    int slot = hash(word, 0, word.length) & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = number + 1;
  }

  /**
   * Looks through one class file.
   *
   * @return the words by their numbers
   * @throws IndexOutOfBoundsException for what is no class file, or half of one
   */
  FoundWords find(byte[] classFile) {
    FoundWords found = new FoundWords(classFile, words.length);
    int count = unsignedShort(classFile, 8);
    int at = 10;
    for (int entry = 1; entry < count; entry++) {
      int tag = classFile[at++];
      if (tag == UTF8) {
        int length = unsignedShort(classFile, at);
        at += 2;
        int word = look(classFile, at, length);
        if (word >= 0) {
          found.add(word, entry);
        }
        at += length;
      } else {
        at += SIZES[tag];
        entry += tag == LONG || tag == DOUBLE ? 1 : 0;
      }
    }
    found.endAt(at);
    return found;
  }

  /** Returns the number of the word that stands there; negative for none. */
  private int look(byte[] classFile, int at, int length) {
    if (!lengths[Math.min(length, 255)]) {
      return -1;
    }
    int slot = hash(classFile, at, length) & mask;
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (same(words[number], classFile, at, length)) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private static boolean same(byte[] word, byte[] classFile, int at, int length) {
    if (word.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word[i] != classFile[at + i]) {
        return false;
      }
    }
    return true;
  }

  /** The two ends and the middle tell the words that matter apart well enough. */
  private static int hash(byte[] bytes, int at, int length) {
    if (length == 0) {
      return 0;
    }
    int hash = length;
    hash = hash * 31 + bytes[at];
    hash = hash * 31 + bytes[at + (length >>> 1)];
    hash = hash * 31 + bytes[at + length - 1];
    hash = hash * 31 + bytes[at + (length >>> 2)];
    return hash ^ (hash >>> 7);
  }

  static int unsignedShort(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }
}
