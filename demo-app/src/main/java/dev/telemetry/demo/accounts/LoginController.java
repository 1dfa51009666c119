package dev.telemetry.demo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class LoginController {
  private final Users users;
  private final PasswordHasher hasher;

  LoginController(Users users, PasswordHasher hasher) {
    this.users = users;
    this.hasher = hasher;
  }

  @GetMapping("/login")
  String form() {
    return "login";
  }

  @PostMapping("/login")
  ModelAndView login(
      @RequestParam String name, @RequestParam String password, HttpServletRequest request) {
    Optional<Account> account = users.byName(name.strip());
    if (!hasher.matches(password, account.map(Account::passwordHash))) {
      return new ModelAndView(
          "login",
          Map.of("problem", "Name and password don't match.", "name", name),
          HttpStatus.UNAUTHORIZED);
    }
    User user = account.orElseThrow().user();
    users.signedIn(user.id());
    SignedIn.begin(request, user.id(), user.name());
    return SeeOther.toUser(user.id());
  }

  @PostMapping("/logout")
  ModelAndView logout(HttpServletRequest request) {
    SignedIn.end(request);
    return SeeOther.to("/login");
  }
}
