package dev.telemetry.agent.http;

/** What a client has sent is no request that this port answers. */
final class BadRequest extends Exception {
  private static final long serialVersionUID = 1;

  static final int BAD_REQUEST = 400;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int HEAD_TOO_LARGE = 431;
  static final int VERSION_NOT_SUPPORTED = 505;

  private final int status;

  BadRequest(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
