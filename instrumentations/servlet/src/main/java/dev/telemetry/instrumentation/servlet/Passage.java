package dev.telemetry.instrumentation.servlet;

/** What a request bears as an attribute, where others than the thread it came by may see it. */
interface Passage {

  /** Tells whether the request is over, so that a first dispatch means another request. */
  boolean hasEnded();
}
