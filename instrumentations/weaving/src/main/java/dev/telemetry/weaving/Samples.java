package dev.telemetry.weaving;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Small classes that are woven and never defined. */
final class Samples {
  static final String CLASS = "dev/telemetry/weaving/Sample";

  private Samples() {}

  /** Returns a class with one method, which returns null or nought. */
  static byte[] method(String name, String descriptor) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, CLASS, null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    method.visitCode();
    Type result = Type.getReturnType(descriptor);
    pushNothing(method, result.getSort());
    method.visitInsn(result.getOpcode(Opcodes.IRETURN));
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Pushes null or nought; nothing for void. */
  static void pushNothing(MethodVisitor method, int sort) {
    switch (sort) {
      case Type.VOID:
        return;
      case Type.OBJECT:
      case Type.ARRAY:
        method.visitInsn(Opcodes.ACONST_NULL);
        return;
      case Type.LONG:
        method.visitInsn(Opcodes.LCONST_0);
        return;
      case Type.FLOAT:
        method.visitInsn(Opcodes.FCONST_0);
        return;
      case Type.DOUBLE:
        method.visitInsn(Opcodes.DCONST_0);
        return;
      default:
        method.visitInsn(Opcodes.ICONST_0);
    }
  }
}
