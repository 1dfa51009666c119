package dev.telemetry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts an argument of a {@link Measured} method into the metadata of its events.
 *
 * <p>Meant for values of which there are few: each becomes a series where a metric has it as tag.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MeasuredTag {

  /** Returns the key in the metadata. */
  String value();
}
