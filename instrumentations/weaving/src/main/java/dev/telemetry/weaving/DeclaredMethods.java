package dev.telemetry.weaving;

/**
 * The methods that a class file declares, as entries of its constant pool.
 *
 * <p>Words like {@code close} and {@code ()V} stand in a third of all classes, few of which declare
 * such a method; so these are told apart before ASM reads any. The layout is that of the Java
 * Virtual Machine Specification, 4.1 and 4.5 to 4.7.
 */
final class DeclaredMethods {
  private final byte[] classFile;
  private final int[] methods;
  private int at;

  /**
   * Reads them.
   *
   * @param endOfPool where the constant pool ends
   * @throws IndexOutOfBoundsException for what is no class file, or half of one
   */
  DeclaredMethods(byte[] classFile, int endOfPool) {
    this.classFile = classFile;
    at = endOfPool + 6; // access flags, this class, super class
    int interfaces = next();
    at += 2 * interfaces;
    for (int fields = next(); fields > 0; fields--) {
      member();
    }
    methods = new int[next()];
    for (int i = 0; i < methods.length; i++) {
      methods[i] = member();
    }
  }

  boolean has(int nameEntry, int descriptorEntry) {
    int wanted = nameEntry << 16 | descriptorEntry;
    for (int method : methods) {
      if (method == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Returns name and descriptor of a field or method, and goes on behind it. */
  private int member() {
    at += 2; // access flags
    int member = next() << 16 | next();
    for (int attributes = next(); attributes > 0; attributes--) {
      at += 2; // its name
      int length = next() << 16 | next();
      if (length < 0) {
        throw new IndexOutOfBoundsException("an attribute of " + length + " bytes");
      }
      at += length;
    }
    return member;
  }

  private int next() {
    int number = ConstantPool.unsignedShort(classFile, at);
    at += 2;
    return number;
  }
}
