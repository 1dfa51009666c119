package dev.telemetry.weaving;

import dev.telemetry.dispatch.Dispatcher;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a call before a method's code and, where the advice has one, another behind it, however the
 * code is left. What a call throws goes to {@link Dispatcher#failed} and no further.
 *
 * <p>Wants expanded frames and, at each return, nothing on the stack but what is returned.
 */
final class CallAround extends MovedLocals {
  private static final String THROWABLE = "java/lang/Throwable";
  private static final List<Object> THROWN = Collections.singletonList(THROWABLE);

  private final String owner;
  private final CallAdvice advice;
  private final CallWriter calls;
  private final Label entered = new Label();
  private final Label enterFailed = new Label();
  private final Label body = new Label();
  private final Label returned = new Label();
  private boolean returns;

  CallAround(MethodVisitor next, String owner, CallAdvice advice, AdviceWeaving.Step step) {
    super(next, new WovenLocals(step.method, advice.token));
    this.owner = owner;
    this.advice = advice;
    this.calls = new CallWriter(next, locals, step.hook);
  }

  @Override
  public void visitCode() {
    mv.visitCode();
    mv.visitLabel(start);
    calls.write(advice.enter);
    mv.visitLabel(entered);
    keepToken();
    mv.visitJumpInsn(Opcodes.GOTO, body);
    mv.visitLabel(enterFailed);
    List<Object> atStart = locals.atStart(owner);
    frame(atStart, THROWN);
    tellFailure();
    if (locals.token.getSize() > 0) {
      calls.storeNothing(locals.token, locals.tokenSlot());
    }
    mv.visitLabel(body);
    frame(locals.withToken(atStart), Collections.emptyList());
    // the code may begin with a frame of its own, and there can't be two at one place
    mv.visitInsn(Opcodes.NOP);
  }

  private void keepToken() {
    if (locals.token.getSize() > 0) {
      calls.store(locals.token, locals.tokenSlot());
    } else {
      calls.drop(advice.enter.callee.result());
    }
  }

  private void tellFailure() {
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(Dispatcher.class),
        "failed",
        "(Ljava/lang/Throwable;)V",
        false);
  }

  private void frame(List<Object> frame, List<Object> stack) {
    mv.visitFrame(Opcodes.F_NEW, frame.size(), frame.toArray(), stack.size(), stack.toArray());
  }

  @Override
  public void visitInsn(int opcode) {
    if (advice.exit != null && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      returns = true;
      mv.visitJumpInsn(Opcodes.GOTO, returned);
    } else {
      mv.visitInsn(opcode);
    }
  }

  @Override
  public void visitMaxs(int stack, int slots) {
    int needed = Math.max(stack, CallWriter.stackOf(advice.enter));
    mv.visitTryCatchBlock(start, entered, enterFailed, THROWABLE);
    if (advice.exit != null) {
      leave(advice.exit);
      needed = Math.max(needed, CallWriter.stackOf(advice.exit));
    }
    mv.visitMaxs(needed, Math.max(slots + locals.token.getSize(), locals.count()));
  }

  private void leave(AdviceCall exit) {
    Label thrown = new Label();
    Label leaving = new Label();
    mv.visitTryCatchBlock(body, returned, thrown, THROWABLE);
    mv.visitLabel(returned);
    if (returns) {
      takeResult();
      mv.visitJumpInsn(Opcodes.GOTO, leaving);
    }
    mv.visitLabel(thrown);
    frame(locals.atEnd(), THROWN);
    mv.visitVarInsn(Opcodes.ASTORE, locals.thrownSlot());
    if (locals.result.getSize() > 0) {
      calls.storeNothing(locals.result, locals.resultSlot());
    }
    mv.visitLabel(leaving);
    frame(locals.atExit(), Collections.emptyList());
    call(exit);
    hand();
  }

  private void takeResult() {
    boolean hasResult = locals.result.getSize() > 0;
    frame(
        locals.atEnd(),
        hasResult
            ? Collections.singletonList(WovenLocals.frameType(locals.result))
            : Collections.emptyList());
    if (hasResult) {
      calls.store(locals.result, locals.resultSlot());
    }
    mv.visitInsn(Opcodes.ACONST_NULL);
    mv.visitVarInsn(Opcodes.ASTORE, locals.thrownSlot());
  }

  private void call(AdviceCall exit) {
    Label from = new Label();
    Label to = new Label();
    Label failed = new Label();
    Label done = new Label();
    mv.visitTryCatchBlock(from, to, failed, THROWABLE);
    if (exit.onlyWithToken) {
      calls.load(locals.token, locals.tokenSlot());
      mv.visitJumpInsn(Opcodes.IFNULL, done);
    }
    mv.visitLabel(from);
    calls.write(exit);
    calls.drop(exit.callee.result());
    mv.visitLabel(to);
    mv.visitJumpInsn(Opcodes.GOTO, done);
    mv.visitLabel(failed);
    frame(locals.atExit(), THROWN);
    tellFailure();
    mv.visitLabel(done);
    frame(locals.atExit(), Collections.emptyList());
  }

  /** Throws again what the code has thrown, or returns what it has returned. */
  private void hand() {
    Label sound = new Label();
    mv.visitVarInsn(Opcodes.ALOAD, locals.thrownSlot());
    mv.visitJumpInsn(Opcodes.IFNULL, sound);
    mv.visitVarInsn(Opcodes.ALOAD, locals.thrownSlot());
    mv.visitInsn(Opcodes.ATHROW);
    mv.visitLabel(sound);
    frame(locals.atExit(), Collections.emptyList());
    if (locals.result.getSize() > 0) {
      calls.load(locals.result, locals.resultSlot());
    }
    mv.visitInsn(locals.result.getOpcode(Opcodes.IRETURN));
  }
}
