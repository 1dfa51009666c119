package dev.telemetry.weaving;

/** The words that stand in the constant pool of one class file, and in which entries. */
final class FoundWords {
  private final char[] entries;
  private boolean twice;
  private int end;

  FoundWords(int words) {
    entries = new char[words];
  }

  void add(int word, int entry) {
    twice |= entries[word] != 0;
    entries[word] = (char) entry;
  }

  /** The pool ends before that byte of the class file. */
  void endAt(int at) {
    end = at;
  }

  boolean has(int word) {
    return entries[word] != 0;
  }

  /** Returns the number of the entry that holds a word, the last one; 0 where none does. */
  int entry(int word) {
    return entries[word];
  }

  /** Tells whether a word has several entries, which compilers don't write but may be. */
  boolean anyTwice() {
    return twice;
  }

  /** Returns where the class file goes on behind the pool. */
  int end() {
    return end;
  }
}
