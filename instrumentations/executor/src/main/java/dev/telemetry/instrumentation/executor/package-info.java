/**
 * Thread pools: the JDK's, Tomcat's and Jetty's, fork-join pools and the scheduler of virtual
 * threads. Sizes on a period; how long each task waited and ran, and what was refused, as events.
 *
 * <p>Owns which pools there are and the times of their tasks; keeps no pool, task or thread alive.
 * Knows no library: pools of servers are asked by the names of their methods. Off unless asked for,
 * because every task of the application passes here.
 */
package dev.telemetry.instrumentation.executor;
