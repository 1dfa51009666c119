package dev.telemetry.weaving;

import org.objectweb.asm.Type;

/** One value that an advice hands to the method it calls. */
final class Operand {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  final Kind kind;
  final Type type;
  private final int index;
  private final boolean optional;

  private Operand(Kind kind, Type type, int index, boolean optional) {
    this.kind = kind;
    this.type = type;
    this.index = index;
    this.optional = optional;
  }

  /** Where the value comes from, and whether it is there before the code and behind it. */
  enum Kind {
    NOTHING(true, true),
    HOOK(true, true),
    SELF(true, false),
    ARGUMENT(true, false),
    ALL_ARGUMENTS(true, false),
    TOKEN(false, true),
    RESULT(false, true),
    THROWN(false, true);

    final boolean before;
    final boolean behind;

    Kind(boolean before, boolean behind) {
      this.before = before;
      this.behind = behind;
    }
  }

  /** A value of which there is one in each method, as the advice declares it. */
  static Operand of(Kind kind, Type type) {
    return new Operand(kind, type, 0, false);
  }

  /** The object whose method it is; null in a static method where that is allowed. */
  static Operand self(Type type, boolean optional) {
    return new Operand(Kind.SELF, type, 0, optional);
  }

  /** One argument; where it is optional, boxed, and null in a method that has not so many. */
  static Operand argument(Type type, int index, boolean optional) {
    return new Operand(Kind.ARGUMENT, type, index, optional);
  }

  /** Tells whether it is an object, also where the method has a primitive. */
  boolean isBoxed() {
    return type.equals(OBJECT);
  }

  /** Which argument it is, from 0. */
  int index() {
    return index;
  }

  /** Tells whether a method has such a value, and one that needs no cast. */
  boolean fits(WovenLocals locals) {
    switch (kind) {
      case SELF:
        return type.equals(OBJECT) && (optional || !locals.isStatic());
      case ARGUMENT:
        return optional
            ? type.equals(OBJECT)
            : index < locals.arguments.length && takes(locals.arguments[index]);
      case RESULT:
        return type.equals(OBJECT);
      default:
        return true;
    }
  }

  private boolean takes(Type argument) {
    return type.equals(argument) || (type.equals(OBJECT) && argument.getSort() >= Type.ARRAY);
  }
}
