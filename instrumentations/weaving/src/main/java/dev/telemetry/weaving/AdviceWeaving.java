package dev.telemetry.weaving;

import java.util.List;

/**
 * Weaves advice: by ASM alone where it is nothing but calls, by Byte Buddy where it is more. Adds
 * no field or method, so that a class can be given back. Thread-safe.
 */
final class AdviceWeaving {
  private final CallWeaving calls;
  private final LateByteBuddy rest;

  /**
   * Weaves advice that a loader has as resources.
   *
   * @param adviceLoader the loader of the instrumentations
   */
  AdviceWeaving(ClassLoader adviceLoader) {
    calls = new CallWeaving(adviceLoader);
    rest = new LateByteBuddy(adviceLoader);
  }

  /** Which advice goes where in one class. */
  interface Plan {
    /** Returns the advices and hook numbers for a method, empty for none. */
    List<Step> stepsFor(String name, String descriptor);
  }

  /** One advice on one method. */
  static final class Step {
    final String advice;
    final ClassOutline.Method method;
    final int hook;

    Step(String advice, ClassOutline.Method method, int hook) {
      this.advice = advice;
      this.method = method;
      this.hook = hook;
    }
  }

  /** Returns the class file with the plan carried out; calls nothing of the application's. */
  byte[] weave(byte[] classFile, ClassOutline outline, Plan plan) {
    byte[] woven = calls.weave(classFile, outline, plan);
    return woven == null ? rest.weave(classFile, outline, plan) : woven;
  }
}
