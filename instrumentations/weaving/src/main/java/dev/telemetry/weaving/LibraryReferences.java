package dev.telemetry.weaving;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The library's methods that a companion and the classes beside it call. */
final class LibraryReferences {
  private final ClassLoader agent;
  private final String companionPackage;
  private final Renaming renaming;
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<Reference> references = new LinkedHashSet<>();

  LibraryReferences(ClassLoader agent, String companionPackage, Renaming renaming) {
    this.agent = agent;
    this.companionPackage = companionPackage.replace('.', '/');
    this.renaming = renaming;
  }

  /**
   * Returns the first method that a loader's library lacks, for people; null where all are there.
   */
  @Nullable String firstMissing(String companion, ClassLoader loader) {
    enqueue(companion.replace('.', '/'));
    while (!waiting.isEmpty()) {
      read(waiting.remove());
    }
    for (Reference reference : references) {
      if (!reference.isIn(loader)) {
        return reference.toString();
      }
    }
    return null;
  }

  private void enqueue(String type) {
    if (type.startsWith(companionPackage) && seen.add(type)) {
      waiting.add(type);
    }
  }

  private void read(String type) {
    byte[] classFile = ClassFiles.readOwn(agent, type);
    if (classFile != null) {
      new ClassReader(renaming.bytes(classFile)).accept(new Reader(), ClassReader.SKIP_DEBUG);
    }
  }

  private final class Reader extends ClassVisitor {
    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          enqueue(owner);
          references.add(new Reference(owner, name, descriptor));
        }
      };
    }
  }

  /** One method of the library. */
  private static final class Reference {
    private final String owner;
    private final String name;
    private final String descriptor;

    Reference(String owner, String name, String descriptor) {
      this.owner = owner;
      this.name = name;
      this.descriptor = descriptor;
    }

    boolean isIn(ClassLoader loader) {
      return owner.startsWith("java/")
          || owner.startsWith("dev/telemetry/")
          || owner.startsWith("[")
          || declares(loader, owner, new HashSet<>());
    }

    /** Each type once: broken class files may go round in circles. */
    private boolean declares(ClassLoader loader, @Nullable String type, Set<String> asked) {
      byte[] classFile = type == null || !asked.add(type) ? null : ClassFiles.read(loader, type);
      if (classFile == null) {
        return false;
      }
      ClassOutline outline = ClassOutline.of(classFile);
      return outline.declares(name, descriptor) || inherits(loader, outline, asked);
    }

    private boolean inherits(ClassLoader loader, ClassOutline outline, Set<String> asked) {
      for (String parent : outline.interfaces) {
        if (declares(loader, parent, asked)) {
          return true;
        }
      }
      return declares(loader, outline.superName, asked);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reference && other.toString().equals(toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    @Override
    public String toString() {
      return owner.replace('/', '.') + '.' + name + descriptor;
    }
  }
}
