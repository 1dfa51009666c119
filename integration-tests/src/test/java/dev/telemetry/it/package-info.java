/**
 * The shipped jars under real JVMs and real servers, as a user starts them.
 *
 * <p>Nothing here sees a class of the agent: it is a file, its words are its standard error and its
 * lines are what arrives at a socket.
 */
package dev.telemetry.it;
