/**
 * The bridge between woven classes and the agent: the only classes that both see.
 *
 * <p>In the shipped jar they are renamed into package {@code java.lang} ({@code
 * java.lang.TelemetryDispatcher}, {@code java.lang.TelemetryHook}) and defined in the boot loader,
 * so that every loader finds them. JDK types only, no static initialiser that can fail.
 */
package dev.telemetry.dispatch;
