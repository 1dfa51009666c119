package dev.telemetry.demo.buttons;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class ButtonsController {
  @GetMapping("/buttons")
  ModelAndView show() {
    return new ModelAndView("buttons", Map.of("buttons", Button.values()));
  }
}
