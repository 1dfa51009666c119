/**
 * An extension's jar: unix datagram sockets by <a
 * href="https://kohlschutter.github.io/junixsocket/">junixsocket</a>, which the jar holds.
 *
 * <p>Knows of the agent what extensions may know, and nothing of StatsD.
 */
package dev.telemetry.extension.datagram;
