package dev.telemetry.weaving;

import java.util.Set;
import java.util.concurrent.Callable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class with one method of any descriptor, whose types need not be there, and a call of it. */
final class SampleClass {
  private static final String NAME = "Sample";
  private static final String[] CALLABLE = {"java/util/concurrent/Callable"};
  private static final String FAILURE = "java/lang/UnsupportedOperationException";

  private SampleClass() {}

  /** Returns the class file; the method returns null or nought, or throws. */
  static byte[] with(String method, boolean failing) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", CALLABLE);
    int parenthesis = method.indexOf('(');
    String name = method.substring(0, parenthesis);
    String descriptor = method.substring(parenthesis);
    constructor(writer);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    code.visitCode();
    if (failing) {
      fail(code);
    } else {
      Type result = Type.getReturnType(descriptor);
      Samples.pushNothing(code, result.getSort());
      code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }
    code.visitMaxs(0, 0);
    caller(writer, name, descriptor);
    return writer.toByteArray();
  }

  /** Returns what the method has returned or thrown, as a text. */
  static String run(byte[] classFile) throws ReflectiveOperationException {
    // as an interface, so that nobody resolves the method's types
    Class<?> type = new Defining().define(classFile);
    Object self = type.getConstructor().newInstance();
    try {
      return "returned " + ((Callable<?>) self).call();
    } catch (UnsupportedOperationException thrown) {
      return "thrown " + thrown;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
  }

  private static void fail(MethodVisitor code) {
    code.visitTypeInsn(Opcodes.NEW, FAILURE);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, FAILURE, "<init>", "()V", false);
    code.visitInsn(Opcodes.ATHROW);
  }

  private static void caller(ClassWriter writer, String name, String descriptor) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "call", "()Ljava/lang/Object;", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      if (argument.getInternalName().equals("java/lang/String")) {
        code.visitLdcInsn("text");
      } else {
        Samples.pushNothing(code, argument.getSort());
      }
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, name, descriptor, false);
    Type result = Type.getReturnType(descriptor);
    if (result.getSort() == Type.VOID) {
      code.visitLdcInsn("nothing");
    } else {
      String taken =
          Set.of(Type.ARRAY, Type.OBJECT).contains(result.getSort())
              ? "Ljava/lang/Object;"
              : result.getDescriptor();
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/lang/String",
          "valueOf",
          "(" + taken + ")Ljava/lang/String;",
          false);
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
  }

  private static final class Defining extends ClassLoader {
    Defining() {
      super(SampleClass.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass(NAME, classFile, 0, classFile.length);
    }
  }
}
