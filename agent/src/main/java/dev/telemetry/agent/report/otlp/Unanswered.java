package dev.telemetry.agent.report.otlp;

import java.io.IOException;

/** A whole request was sent and no answer came: nobody knows whether the server has taken it. */
final class Unanswered extends IOException {
  private static final long serialVersionUID = 1;

  Unanswered(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
