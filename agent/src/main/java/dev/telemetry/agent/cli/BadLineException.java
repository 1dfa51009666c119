package dev.telemetry.agent.cli;

/**
 * A line breaks the rules of its flavor. Costs no stack trace: it is about data, not about code.
 */
final class BadLineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  BadLineException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
