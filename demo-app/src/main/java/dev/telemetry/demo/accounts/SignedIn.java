package dev.telemetry.demo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Who is signed in, kept in the session under the names that pages read. */
final class SignedIn {
  static final String ID = "userId";
  static final String NAME = "userName";

  private SignedIn() {}

  /** Signs in, under a new session id so that one known before is worth nothing. */
  static void begin(HttpServletRequest request, long id, String name) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(ID, id);
    session.setAttribute(NAME, name);
  }

  /** Signs out, if anybody is signed in. */
  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
