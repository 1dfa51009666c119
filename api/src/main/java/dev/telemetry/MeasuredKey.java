package dev.telemetry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the argument by which a call that {@link Measured#opens} and the one that {@link
 * Measured#closes} belong together: a session, an order's number. Arguments are compared by {@code
 * equals}; null belongs to nothing. Without it, calls of one thread belong together.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MeasuredKey {}
