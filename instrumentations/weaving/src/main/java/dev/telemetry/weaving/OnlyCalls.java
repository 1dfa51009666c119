package dev.telemetry.weaving;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Refuses every instruction that a subclass does not take. */
abstract class OnlyCalls extends MethodVisitor {
  private boolean refused;

  OnlyCalls() {
    super(Opcodes.ASM9);
  }

  final void refuse() {
    refused = true;
  }

  final boolean refused() {
    return refused;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    refuse();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    refuse();
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    refuse();
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    refuse();
  }

  @Override
  public void visitLdcInsn(Object value) {
    refuse();
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
    refuse();
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    refuse();
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    refuse();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    refuse();
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    refuse();
  }
}
