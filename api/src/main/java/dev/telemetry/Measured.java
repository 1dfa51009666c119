package dev.telemetry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each call of a method, or of every method that a type declares, a span: {@code
 * <event>.start}, then {@code <event>.stop} or {@code <event>.exception}.
 *
 * <p>The agent does the measuring; without it nothing happens.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Measured {

  /**
   * Returns the event name; on a type, what stands before {@code .} and the name of each method.
   * Empty for the lower-cased simple class name + {@code .} + the method's name.
   */
  String value() default "";

  /**
   * Returns the event name of a span that begins where this method is entered and ends where a
   * method is left that {@link #closes} the same name, for the same {@link MeasuredKey} or on the
   * same thread. The metadata is that of this method.
   *
   * <p>Ends as {@code .exception} also where this method throws, and, with {@code error.type =
   * unanswered}, where the next one begins before or none closes it within five minutes. A method
   * that opens or closes is measured itself only where {@link #value} is given too.
   */
  String opens() default "";

  /**
   * Returns the event name of the span that ends where this method is left: the one that was open
   * when it was entered. Nothing happens where none was.
   */
  String closes() default "";
}
