/**
 * Finds the classes that instrumentations name, weaves their advice and takes it back.
 *
 * <p>The only user of Byte Buddy and ASM. Loads no application class and knows no instrumentation.
 */
package dev.telemetry.weaving;
