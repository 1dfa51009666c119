package dev.telemetry.weaving;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Refuses code that returns while more than the result lies on the stack: a jump in the return's
 * place needs the same stack everywhere.
 */
final class CleanReturns extends AnalyzerAdapter {
  private final int result;

  CleanReturns(String owner, ClassOutline.Method method, MethodVisitor next) {
    super(Opcodes.ASM9, owner, method.access, method.name, method.descriptor, next);
    this.result = Type.getReturnType(method.descriptor).getSize();
  }

  @Override
  public void visitInsn(int opcode) {
    boolean isReturn = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    if (isReturn && (stack == null || stack.size() != result)) {
      throw new UnsuitedCodeException("a return with more on the stack than its result");
    }
    super.visitInsn(opcode);
  }
}
