package dev.telemetry.weaving;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Makes room for our variables in a method's code; wants expanded frames. */
abstract class MovedLocals extends MethodVisitor {
  final WovenLocals locals;

  /** Where the woven method begins. */
  final Label start = new Label();

  private boolean hasLine;

  MovedLocals(MethodVisitor next, WovenLocals locals) {
    super(Opcodes.ASM9, next);
    this.locals = locals;
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    mv.visitVarInsn(opcode, locals.moved(slot, isWide(opcode) ? 2 : 1));
  }

  private static boolean isWide(int opcode) {
    return opcode == Opcodes.LLOAD
        || opcode == Opcodes.DLOAD
        || opcode == Opcodes.LSTORE
        || opcode == Opcodes.DSTORE;
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
    mv.visitIincInsn(locals.moved(slot, 1), increment);
  }

  @Override
  public void visitFrame(
      int type,
      int localCount,
      Object @Nullable [] frame,
      int stackCount,
      Object @Nullable [] stack) {
    List<Object> moved =
        locals.withToken(frame == null ? Collections.emptyList() : first(frame, localCount));
    mv.visitFrame(type, moved.size(), moved.toArray(), stackCount, stack);
  }

  private static List<Object> first(Object[] frame, int count) {
    return Arrays.asList(frame).subList(0, count);
  }

  /** The call before the code is shown at the code's first line, as Byte Buddy does. */
  @Override
  public void visitLineNumber(int line, Label at) {
    if (!hasLine) {
      hasLine = true;
      mv.visitLineNumber(line, start);
    }
    mv.visitLineNumber(line, at);
  }

  @Override
  public void visitLocalVariable(
      String name, String descriptor, @Nullable String signature, Label from, Label to, int slot) {
    int moved = locals.moved(slot, Type.getType(descriptor).getSize());
    mv.visitLocalVariable(name, descriptor, signature, from, to, moved);
  }

  @Override
  public AnnotationVisitor visitLocalVariableAnnotation(
      int reference,
      @Nullable TypePath path,
      Label[] from,
      Label[] to,
      int[] slots,
      String descriptor,
      boolean visible) {
    int[] moved = new int[slots.length];
    for (int i = 0; i < slots.length; i++) {
      moved[i] = locals.moved(slots[i], 1);
    }
    return mv.visitLocalVariableAnnotation(reference, path, from, to, moved, descriptor, visible);
  }
}
