package dev.telemetry.weaving;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * An advice that is nothing but a static call at the start of a method and perhaps one at its end,
 * both suppressing what they throw. Read from the class file of the Byte Buddy advice.
 */
final class CallAdvice {
  final AdviceCall enter;
  final @Nullable AdviceCall exit;

  /** What the advice keeps from the start for the end; void for nothing. */
  final Type token;

  CallAdvice(AdviceCall enter, @Nullable AdviceCall exit, Type token) {
    this.enter = enter;
    this.exit = exit;
    this.token = token;
  }

  /** Tells whether either call hands over what is there at its time. */
  boolean isSound() {
    for (Operand operand : enter.operands) {
      if (!operand.kind.before) {
        return false;
      }
    }
    if (exit != null) {
      for (Operand operand : exit.operands) {
        if (!operand.kind.behind) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tells whether a method can be woven by these calls alone. */
  boolean fits(ClassOutline.Method method) {
    WovenLocals locals = new WovenLocals(method, token);
    return !method.name.startsWith("<")
        && enter.fits(locals)
        && (exit == null || exit.fits(locals));
  }
}
