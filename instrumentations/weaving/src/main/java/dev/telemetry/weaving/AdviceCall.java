package dev.telemetry.weaving;

import java.util.List;
import org.objectweb.asm.Type;

/** The call that is all of an advice's code, at the start of a method or at its end. */
final class AdviceCall {
  final List<Operand> operands;
  final Callee callee;

  /** Whether it is left out where the token is null. */
  final boolean onlyWithToken;

  AdviceCall(List<Operand> operands, Callee callee, boolean onlyWithToken) {
    this.operands = operands;
    this.callee = callee;
    this.onlyWithToken = onlyWithToken;
  }

  /** The static method that is called. */
  static final class Callee {
    final String owner;
    final String name;
    final String descriptor;
    final boolean inInterface;

    Callee(String owner, String name, String descriptor, boolean inInterface) {
      this.owner = owner;
      this.name = name;
      this.descriptor = descriptor;
      this.inInterface = inInterface;
    }

    Type result() {
      return Type.getReturnType(descriptor);
    }
  }

  boolean fits(WovenLocals locals) {
    for (Operand operand : operands) {
      if (!operand.fits(locals)) {
        return false;
      }
    }
    return true;
  }
}
