package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Where a woven method keeps what: its arguments first, then our token, then its own variables.
 * Behind the method's code, where these are dead, our result and what was thrown take their place.
 */
final class WovenLocals {
  final Type[] arguments;
  final Type result;
  final Type token;
  private final boolean isStatic;
  private final int ours;

  WovenLocals(ClassOutline.Method method, Type token) {
    this.arguments = Type.getArgumentTypes(method.descriptor);
    this.result = Type.getReturnType(method.descriptor);
    this.token = token;
    this.isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    this.ours = slotOf(arguments.length);
  }

  boolean isStatic() {
    return isStatic;
  }

  int slotOf(int argument) {
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < argument; i++) {
      slot += arguments[i].getSize();
    }
    return slot;
  }

  int tokenSlot() {
    return ours;
  }

  int resultSlot() {
    return ours + token.getSize();
  }

  int thrownSlot() {
    return resultSlot() + result.getSize();
  }

  /** How many there are behind the method's code. */
  int count() {
    return thrownSlot() + 1;
  }

  /** Returns where a variable of the method's own lies now. */
  int moved(int slot, int size) {
    if (slot >= ours) {
      return slot + token.getSize();
    }
    if (slot + size > ours) {
      throw new UnsuitedCodeException("a variable that reaches beyond the arguments");
    }
    return slot;
  }

  /** The frame's locals where the method begins. */
  List<Object> atStart(String owner) {
    List<Object> frame = new ArrayList<>();
    if (!isStatic) {
      frame.add(owner);
    }
    for (Type argument : arguments) {
      frame.add(frameType(argument));
    }
    return frame;
  }

  /** The same frame with our token behind the arguments. */
  List<Object> withToken(List<Object> locals) {
    List<Object> frame = new ArrayList<>();
    int slot = 0;
    int next = 0;
    for (; slot < ours; next++) {
      Object local = next < locals.size() ? locals.get(next) : Opcodes.TOP;
      frame.add(local);
      slot += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
    if (slot > ours) {
      throw new UnsuitedCodeException("a variable that reaches beyond the arguments");
    }
    addType(frame, token);
    frame.addAll(locals.subList(Math.min(next, locals.size()), locals.size()));
    return frame;
  }

  /** The frame's locals behind the method's code: nothing is known of the arguments any more. */
  List<Object> atEnd() {
    return withToken(Collections.emptyList());
  }

  /** The same once result and throwable are there. */
  List<Object> atExit() {
    List<Object> frame = atEnd();
    addType(frame, result);
    frame.add("java/lang/Throwable");
    return frame;
  }

  private static void addType(List<Object> frame, Type type) {
    if (type.getSize() > 0) {
      frame.add(frameType(type));
    }
  }

  static Object frameType(Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.ARRAY:
      case Type.OBJECT:
        return type.getInternalName();
      default:
        return Opcodes.INTEGER;
    }
  }
}
