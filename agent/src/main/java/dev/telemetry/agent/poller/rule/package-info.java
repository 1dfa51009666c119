/**
 * What users have measured on a period by {@code poll:} rules: attributes of MBeans, static methods
 * and fields.
 *
 * <p>Owns the rules and how a value is got; times and threads are the API's poller's. Knows nothing
 * of metrics but how to define them. MBean servers are found, never made, unless a rule asks for a
 * bean of the VM's own.
 */
package dev.telemetry.agent.poller.rule;
