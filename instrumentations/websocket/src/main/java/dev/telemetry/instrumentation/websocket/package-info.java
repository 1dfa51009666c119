/**
 * Measures WebSocket sessions and messages, and the time from a message to its answer.
 *
 * <p>Owns what happens to a conversation; knows a container only by the methods that it weaves, and
 * the API's types only in its companions.
 */
package dev.telemetry.instrumentation.websocket;
