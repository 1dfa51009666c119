package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One method of an advice: what its parameters stand for, and the one call that it makes. */
final class AdviceMethod extends OnlyCalls {
  /** How the names of Byte Buddy's annotations begin. */
  static final String ADVICE = "Lnet/bytebuddy/asm/Advice$";

  final Map<String, Map<String, Object>> annotations = new HashMap<>();
  private final String descriptor;
  private final CallAdviceReader.AdviceMethods owner;
  private final Map<Integer, Operand> parameters = new HashMap<>();
  private final List<Operand> operands = new ArrayList<>();
  private AdviceCall.@Nullable Callee callee;
  private @Nullable Label guarded;
  private boolean dropped;
  private boolean ended;

  AdviceMethod(String descriptor, CallAdviceReader.AdviceMethods owner) {
    this.descriptor = descriptor;
    this.owner = owner;
  }

  Type result() {
    return Type.getReturnType(descriptor);
  }

  /** Returns the call; null where the method or its annotation says more than is understood. */
  @Nullable AdviceCall call(String annotation, Map<String, Object> wanted) {
    boolean plain = !refused() && wanted.equals(annotations.get(annotation));
    return plain && callee != null && ended
        ? new AdviceCall(operands, callee, guarded != null)
        : null;
  }

  /** Tells whether what one method returns is what the other is given. */
  boolean takes(Type token) {
    for (Operand operand : parameters.values()) {
      if (operand.kind == Operand.Kind.TOKEN && !operand.type.equals(token)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String type, boolean visible) {
    Map<String, Object> values = new HashMap<>();
    annotations.put(type, values);
    return new AnnotationValues(values);
  }

  @Override
  public AnnotationVisitor visitParameterAnnotation(int index, String type, boolean visible) {
    Map<String, Object> values = new HashMap<>();
    return new AnnotationValues(values) {
      @Override
      public void visitEnd() {
        bind(index, type, values);
      }
    };
  }

  private void bind(int index, String annotation, Map<String, Object> values) {
    Type[] types = Type.getArgumentTypes(descriptor);
    Operand operand = ParameterBinding.of(annotation, types[index], values);
    int slot = 0;
    for (int i = 0; i < index; i++) {
      slot += types[i].getSize();
    }
    if (operand != null) {
      parameters.put(slot, operand);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    Operand operand = parameters.get(slot);
    boolean loads = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
    if (!loads || operand == null || callee != null) {
      refuse();
    } else {
      operands.add(operand);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ACONST_NULL && callee == null) {
      operands.add(Operand.of(Operand.Kind.NOTHING, Type.VOID_TYPE));
    } else if (opcode == Opcodes.POP || opcode == Opcodes.POP2) {
      dropped = callee != null;
    } else if (callee != null && opcode == result().getOpcode(Opcodes.IRETURN)) {
      ended = dropped || result().equals(callee.result());
    } else {
      refuse();
    }
  }

  /** A token that is null may leave out the call. */
  @Override
  public void visitJumpInsn(int opcode, Label label) {
    boolean guard =
        opcode == Opcodes.IFNULL
            && operands.size() == 1
            && operands.get(0).kind == Operand.Kind.TOKEN
            && guarded == null
            && callee == null;
    if (guard) {
      guarded = label;
      operands.clear();
    } else {
      refuse();
    }
  }

  @Override
  public void visitLabel(Label label) {
    if (label == guarded && callee == null) {
      refuse();
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String type, String name, String descriptor, boolean inInterface) {
    if (opcode != Opcodes.INVOKESTATIC || callee != null) {
      refuse();
    } else {
      callee = new AdviceCall.Callee(type, name, descriptor, inInterface);
    }
  }

  @Override
  public void visitEnd() {
    owner.read(this);
  }
}
