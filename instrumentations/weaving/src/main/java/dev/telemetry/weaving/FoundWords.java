package dev.telemetry.weaving;

import org.jspecify.annotations.Nullable;

/** The words that stand in the constant pool of one class file, and which methods they declare. */
final class FoundWords {
  private final byte[] classFile;
  private final char[] entries;
  private boolean twice;
  private int end;
  private @Nullable DeclaredMethods methods;

  FoundWords(byte[] classFile, int words) {
    this.classFile = classFile;
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

  /**
   * Tells whether the class may declare such a method; always where a word has several entries,
   * which compilers don't write but may be.
   *
   * @throws IndexOutOfBoundsException for what is half of a class file
   */
  boolean mayDeclare(int name, int descriptor) {
    return twice || methods().has(entries[name], entries[descriptor]);
  }

  private DeclaredMethods methods() {
    DeclaredMethods known = methods;
    if (known == null) {
      known = new DeclaredMethods(classFile, end);
      methods = known;
    }
    return known;
  }
}
