/**
 * Defines the dispatcher's classes in the boot loader without appending to its search path, which
 * would lose the application's AppCDS archive.
 *
 * <p>JDK types only: this runs before the classes that it defines exist.
 */
package dev.telemetry.weaving.boot;
