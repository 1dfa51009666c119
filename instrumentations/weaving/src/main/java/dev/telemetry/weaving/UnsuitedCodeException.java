package dev.telemetry.weaving;

/** Code of a form that no compiler of today writes; Byte Buddy weaves it. */
final class UnsuitedCodeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsuitedCodeException(String form) {
    super(form, null, false, false);
  }
}
