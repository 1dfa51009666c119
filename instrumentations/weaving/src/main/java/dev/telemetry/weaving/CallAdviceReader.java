package dev.telemetry.weaving;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads an advice's class file, and says whether it is nothing but calls. */
final class CallAdviceReader extends ClassVisitor {
  private static final String ENTER = AdviceMethod.ADVICE + "OnMethodEnter;";
  private static final String EXIT = AdviceMethod.ADVICE + "OnMethodExit;";
  private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");

  private final AdviceMethods methods = new AdviceMethods();

  private CallAdviceReader() {
    super(Opcodes.ASM9);
  }

  /** Returns the calls; null where there is anything else in it. */
  static @Nullable CallAdvice read(byte[] classFile) {
    CallAdviceReader reader = new CallAdviceReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    CallAdvice advice = reader.methods.advice();
    return advice != null && advice.isSound() ? advice : null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new AdviceMethod(descriptor, methods);
  }

  /** The methods of an advice, told apart by their annotations. */
  static final class AdviceMethods {
    private final Map<String, Object> suppressing = new HashMap<>();
    private final Map<String, Object> catching = new HashMap<>();
    private @Nullable AdviceMethod enter;
    private @Nullable AdviceMethod exit;

    AdviceMethods() {
      suppressing.put("suppress", THROWABLE);
      catching.put("suppress", THROWABLE);
      catching.put("onThrowable", THROWABLE);
    }

    void read(AdviceMethod method) {
      if (method.annotations.containsKey(ENTER)) {
        enter = method;
      }
      if (method.annotations.containsKey(EXIT)) {
        exit = method;
      }
    }

    @Nullable CallAdvice advice() {
      AdviceCall first = enter == null ? null : enter.call(ENTER, suppressing);
      if (enter == null || first == null) {
        return null;
      }
      Type token = enter.result();
      if (exit == null) {
        return token.getSize() > 0 ? null : new CallAdvice(first, null, token);
      }
      AdviceCall last = exit.call(EXIT, catching);
      boolean sound = last != null && exit.result().getSize() == 0 && exit.takes(token);
      return sound ? new CallAdvice(first, last, token) : null;
    }
  }
}
