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
}
