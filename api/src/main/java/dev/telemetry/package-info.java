/**
 * What an application or a library sees: emit events, attach handlers, mark methods as measured.
 *
 * <p>JDK only, Java 8. Works with and without the agent; knows nothing of metrics or reporters.
 */
package dev.telemetry;
