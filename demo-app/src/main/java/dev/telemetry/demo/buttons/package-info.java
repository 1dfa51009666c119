/**
 * Three buttons that change a colour: each press is a message over a WebSocket, each answer takes
 * its own time.
 *
 * <p>Marks from where to where a press is measured, and knows nothing else of the agent.
 */
package dev.telemetry.demo.buttons;
