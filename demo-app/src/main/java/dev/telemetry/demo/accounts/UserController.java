package dev.telemetry.demo.accounts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class UserController {
  private static final int NEIGHBOURS = 8;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  @GetMapping("/users/{id}")
  ModelAndView show(
      @PathVariable long id,
      @SessionAttribute(name = SignedIn.ID, required = false) @Nullable Long viewer) {
    if (viewer == null) {
      return SeeOther.to("/login");
    }
    User user = users.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("user")
        .addObject("user", user)
        .addObject("registered", time(user.registeredAt()))
        .addObject("signedIn", time(user.signedInAt()))
        .addObject("own", viewer == id)
        .addObject("newest", users.newest(NEIGHBOURS));
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "not yet" : TIME.format(instant);
  }
}
