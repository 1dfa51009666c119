package dev.telemetry.instrumentation.websocket;

/** Something that a thread does just now. */
interface OfThread {
  /** Tells whether the calling thread does it. */
  boolean isHandledHere();
}
