/**
 * What the agent needs of the JDK's inside: defines the dispatcher's classes in the boot loader
 * without appending to its search path, which would lose the application's AppCDS archive, and runs
 * work after all shutdown hooks.
 *
 * <p>JDK types only: this runs before the classes that it defines exist.
 */
package dev.telemetry.weaving.boot;
