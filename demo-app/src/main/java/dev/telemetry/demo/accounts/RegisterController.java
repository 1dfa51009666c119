package dev.telemetry.demo.accounts;

import dev.telemetry.demo.letters.Letter;
import dev.telemetry.demo.letters.LetterWorker;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class RegisterController {
  private final Users users;
  private final PasswordHasher hasher;
  private final LetterWorker letters;

  RegisterController(Users users, PasswordHasher hasher, LetterWorker letters) {
    this.users = users;
    this.hasher = hasher;
    this.letters = letters;
  }

  @GetMapping("/register")
  String form() {
    return "register";
  }

  @PostMapping("/register")
  ModelAndView register(Registration wanted, HttpServletRequest request) {
    Optional<String> problem = wanted.problem();
    if (problem.isPresent()) {
      return again(HttpStatus.UNPROCESSABLE_CONTENT, problem.get(), wanted);
    }
    try {
      long id = users.add(wanted.name(), hasher.hash(wanted.password()));
      SignedIn.begin(request, id, wanted.name());
      letters.send(Letter.welcome(wanted.name()));
      return SeeOther.toUser(id);
    } catch (DuplicateKeyException e) {
      return again(HttpStatus.CONFLICT, "That name is taken.", wanted);
    }
  }

  private static ModelAndView again(HttpStatus status, String problem, Registration wanted) {
    return new ModelAndView("register", Map.of("problem", problem, "name", wanted.name()), status);
  }
}
