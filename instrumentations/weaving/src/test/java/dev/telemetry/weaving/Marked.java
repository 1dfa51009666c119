package dev.telemetry.weaving;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What is woven by annotation in tests. */
@Retention(RetentionPolicy.RUNTIME)
@interface Marked {}
