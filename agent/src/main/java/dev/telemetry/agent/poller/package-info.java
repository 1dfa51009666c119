/**
 * Turns what has to be looked at again and again into events: the VM's memory, collections,
 * threads, classes, CPU, buffers and file descriptors.
 *
 * <p>Nothing here is touched before the application runs: the management classes cost some hundred
 * classes. Only the VM's own beans are read, by interface, so that no MBean server and no log
 * manager is made before the application makes its own.
 */
package dev.telemetry.agent.poller;
