package dev.telemetry.demo.accounts;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was accepted: 303, so that the browser fetches the next page. */
final class SeeOther {

  private SeeOther() {}

  static ModelAndView to(String path) {
    var view = new RedirectView(path, true);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(view);
  }

  static ModelAndView toUser(long id) {
    return to("/users/" + id);
  }
}
