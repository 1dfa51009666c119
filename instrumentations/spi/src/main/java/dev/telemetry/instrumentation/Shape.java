package dev.telemetry.instrumentation;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;

/**
 * What a hook is given of a method, as most hooks want it. Around a method {@link Hook#enter} is
 * called and, where that returned a token, {@link Hook#exit} with the result or what was thrown;
 * before it {@link Hook#enter} alone. A primitive result is boxed only where there is a token.
 */
public enum Shape {
  /** Around: the object. */
  AROUND("Around"),
  /** Around: the object and the first argument, which is no primitive. */
  AROUND_FIRST("AroundFirst"),
  /** Around: the object and the first two arguments, which are no primitives. */
  AROUND_SECOND("AroundSecond"),
  /** Around, of static methods too: nothing, and no result. */
  AROUND_BARE("AroundBare"),
  /** Before: the object. */
  BEFORE("Before"),
  /** Before: the object and the first argument, which is no primitive. */
  BEFORE_FIRST("BeforeFirst"),
  /** Before: null and the first two arguments, which are no primitives. */
  BEFORE_SECOND("BeforeSecond"),
  /** Before: null, the first and the third argument, which are no primitives. */
  BEFORE_THIRD("BeforeThird");

  private final String advice;

  /** By name: to load the advice would be all that it is loaded for. */
  Shape(String simpleName) {
    advice = "dev.telemetry.instrumentation.HandOverAdvice$" + simpleName;
  }

  /** Returns the advice of this shape that calls a hook. */
  public SiteAdvice calling(Hook hook) {
    return new SiteAdvice(advice, hook);
  }
}
