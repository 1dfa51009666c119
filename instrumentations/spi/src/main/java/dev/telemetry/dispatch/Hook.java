package dev.telemetry.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What the agent puts behind one place of woven code.
 *
 * <p>An advice calls either {@link #enter} and {@link #exit}, or, where it must not allocate,
 * {@link #begin} and {@link #end}. Called on the application's threads, many at once; what it
 * throws is suppressed by the advice and reported to {@link Dispatcher#failed}.
 */
public abstract class Hook {

  /** For subclasses in the agent's loader. */
  protected Hook() {}

  /**
   * The measured code is entered.
   *
   * @param self the object whose method it is, or what the advice hands over in its place
   * @param first what the advice hands over, such as the method's first argument
   * @param second what the advice hands over
   * @return a token to be given to {@link #exit}; null where there is nothing to end
   */
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    return null;
  }

  /**
   * The measured code is left.
   *
   * @param token what {@link #enter} returned, not null
   * @param result what the method returns, boxed; null where it throws, is void or is not asked for
   * @param thrown what the method throws; null where it returns
   */
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {}

  /** The measured code is entered; returns what {@link #end} is to be given. */
  public long begin() {
    return 0;
  }

  /**
   * The measured code is left.
   *
   * @param start what {@link #begin} returned
   * @param thrown what the method throws; null where it returns
   */
  public void end(long start, @Nullable Throwable thrown) {}
}
