package dev.telemetry.weaving;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Moves types from the root package of one variant of a library to that of another, such as {@code
 * jakarta} to {@code javax}, so that code is written once.
 */
final class Renaming extends Remapper {
  private final String from;
  private final String to;

  private Renaming(String from, String to) {
    super(org.objectweb.asm.Opcodes.ASM9);
    this.from = from;
    this.to = to;
  }

  /** Renames by what differs in front of the longest common end of two type names. */
  static Renaming between(String first, String variant) {
    String from = first.replace('.', '/');
    String to = variant.replace('.', '/');
    int common = 0;
    while (common < Math.min(from.length(), to.length())
        && from.charAt(from.length() - 1 - common) == to.charAt(to.length() - 1 - common)) {
      common++;
    }
    int slash = from.indexOf('/', from.length() - common);
    return slash < 0
        ? new Renaming(from, to)
        : new Renaming(
            from.substring(0, slash + 1),
            to.substring(0, to.length() - (from.length() - slash - 1)));
  }

  @Override
  public String map(String internalName) {
    return internalName.startsWith(from)
        ? to + internalName.substring(from.length())
        : internalName;
  }

  String descriptor(String descriptor) {
    return from.equals(to) || descriptor.isEmpty() ? descriptor : mapMethodDesc(descriptor);
  }

  byte[] bytes(byte[] classFile) {
    if (from.equals(to)) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(writer, this), 0);
    return writer.toByteArray();
  }
}
