/** Reads the objects of the API in both of its package names; defined once a library loader. */
package dev.telemetry.instrumentation.websocket.companion;
