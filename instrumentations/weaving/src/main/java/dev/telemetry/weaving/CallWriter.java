package dev.telemetry.weaving;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the calls of an advice into a method. */
final class CallWriter {
  /** An array, its copy, an index and a value of two slots. */
  private static final int ARRAY_STACK = 5;

  /** By {@link Type#getSort}. */
  private static final String[] WRAPPERS = {
    "", "Boolean", "Character", "Byte", "Short", "Integer", "Float", "Long", "Double"
  };

  private final MethodVisitor code;
  private final WovenLocals locals;
  private final int hook;

  CallWriter(MethodVisitor code, WovenLocals locals, int hook) {
    this.code = code;
    this.locals = locals;
    this.hook = hook;
  }

  /** Returns how much of the stack a call takes at most. */
  static int stackOf(AdviceCall call) {
    int stack = 1;
    for (Operand operand : call.operands) {
      stack += operand.kind == Operand.Kind.ALL_ARGUMENTS ? ARRAY_STACK : 2;
    }
    return stack;
  }

  /** Leaves the call's result on the stack. */
  void write(AdviceCall call) {
    for (Operand operand : call.operands) {
      push(operand);
    }
    AdviceCall.Callee callee = call.callee;
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, callee.owner, callee.name, callee.descriptor, callee.inInterface);
  }

  private void push(Operand operand) {
    switch (operand.kind) {
      case HOOK:
        push(hook);
        break;
      case ARGUMENT:
        pushArgument(operand);
        break;
      case ALL_ARGUMENTS:
        pushArguments();
        break;
      case TOKEN:
        load(locals.token, locals.tokenSlot());
        break;
      case RESULT:
        pushResult();
        break;
      case THROWN:
        code.visitVarInsn(Opcodes.ALOAD, locals.thrownSlot());
        break;
      case SELF:
        pushSelf();
        break;
      default:
        code.visitInsn(Opcodes.ACONST_NULL);
    }
  }

  private void pushSelf() {
    if (locals.isStatic()) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
  }

  private void pushArgument(Operand operand) {
    if (operand.index() >= locals.arguments.length) {
      code.visitInsn(Opcodes.ACONST_NULL);
      return;
    }
    Type argument = locals.arguments[operand.index()];
    load(argument, locals.slotOf(operand.index()));
    if (operand.isBoxed()) {
      box(argument);
    }
  }

  private void pushResult() {
    if (locals.result.getSort() == Type.VOID) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else {
      load(locals.result, locals.resultSlot());
      box(locals.result);
    }
  }

  private void pushArguments() {
    push(locals.arguments.length);
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < locals.arguments.length; i++) {
      code.visitInsn(Opcodes.DUP);
      push(i);
      load(locals.arguments[i], locals.slotOf(i));
      box(locals.arguments[i]);
      code.visitInsn(Opcodes.AASTORE);
    }
  }

  /** Takes off the stack what a call has left there. */
  void drop(Type type) {
    if (type.getSize() > 0) {
      code.visitInsn(type.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
    }
  }

  void load(Type type, int slot) {
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
  }

  void store(Type type, int slot) {
    code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
  }

  /** Stores what a variable holds before anybody has set it. */
  void storeNothing(Type type, int slot) {
    Samples.pushNothing(code, type.getSort());
    store(type, slot);
  }

  private void box(Type type) {
    if (type.getSort() >= Type.ARRAY) {
      return;
    }
    String wrapper = "java/lang/" + WRAPPERS[type.getSort()];
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        wrapper,
        "valueOf",
        "(" + type.getDescriptor() + ")L" + wrapper + ";",
        false);
  }

  private void push(int value) {
    if (value <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value <= Byte.MAX_VALUE) {
      code.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value <= Short.MAX_VALUE) {
      code.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      code.visitLdcInsn(value);
    }
  }
}
