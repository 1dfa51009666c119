package dev.telemetry.weaving;

import dev.telemetry.instrumentation.HookId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** What an advice's parameter stands for, by its annotation. */
final class ParameterBinding {
  private static final Map<String, Object> DYNAMIC = Collections.singletonMap("typing", "DYNAMIC");

  private static final Map<String, Object> OPTIONAL_AND_DYNAMIC = new HashMap<>(DYNAMIC);

  static {
    OPTIONAL_AND_DYNAMIC.put("optional", true);
  }

  private ParameterBinding() {}

  /** Returns null where the annotation, or what is written in it, is not understood. */
  static @Nullable Operand of(String annotation, Type type, Map<String, Object> values) {
    if (annotation.equals(Type.getDescriptor(HookId.class))) {
      return Operand.of(Operand.Kind.HOOK, type);
    }
    if (!annotation.startsWith(AdviceMethod.ADVICE)) {
      return null;
    }
    switch (annotation.substring(AdviceMethod.ADVICE.length())) {
      case "This;":
        return self(type, values);
      case "Argument;":
        return argument(type, values);
      case "Return;":
        return values.equals(DYNAMIC) ? Operand.of(Operand.Kind.RESULT, type) : null;
      case "AllArguments;":
        return bare(Operand.Kind.ALL_ARGUMENTS, type, values);
      case "Enter;":
        return bare(Operand.Kind.TOKEN, type, values);
      case "Thrown;":
        return bare(Operand.Kind.THROWN, type, values);
      default:
        return null;
    }
  }

  private static @Nullable Operand bare(Operand.Kind kind, Type type, Map<String, Object> values) {
    return values.isEmpty() ? Operand.of(kind, type) : null;
  }

  private static @Nullable Operand self(Type type, Map<String, Object> values) {
    Object optional = values.get("optional");
    boolean understood = values.isEmpty() || (optional != null && values.size() == 1);
    return understood ? Operand.self(type, Boolean.TRUE.equals(optional)) : null;
  }

  private static @Nullable Operand argument(Type type, Map<String, Object> values) {
    Map<String, Object> rest = new HashMap<>(values);
    Object index = rest.remove("value");
    boolean understood = rest.isEmpty() || rest.equals(OPTIONAL_AND_DYNAMIC);
    return index instanceof Integer && understood
        ? Operand.argument(type, (Integer) index, !rest.isEmpty())
        : null;
  }
}
