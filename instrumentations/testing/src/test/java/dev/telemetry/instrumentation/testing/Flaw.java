package dev.telemetry.instrumentation.testing;

/** What may be wrong with an instrumentation. */
enum Flaw {
  NONE,
  /** Emits no start. */
  NO_START,
  /** Ends what succeeds twice. */
  TWO_STOPS,
  /** Does not end what fails. */
  NO_END_OF_FAILURES,
  /** Ends what fails as if it had not. */
  NAMELESS_FAILURES,
  /** Has forgotten at the end what it knew at the start. */
  FORGETFUL_END,
  /** Emits a key that it does not declare. */
  UNDECLARED_KEY,
  /** Measures what it does not declare. */
  UNDECLARED_MEASUREMENT,
  /** Declares a key that it never emits. */
  UNSEEN_KEY,
  /** Has a metric by a tag that it does not declare. */
  UNDECLARED_TAG,
  /** Changes what the application gets. */
  CHANGED_RESULT,
  /** Fails where a handler fails, and does not keep it from the application. */
  EXPOSED,
  /** Fails after it was measured. */
  FAILING_HOOK,
}
