package dev.telemetry.demo.landing;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class LandingController {
  private final LandingDelay delay;

  LandingController(LandingDelay delay) {
    this.delay = delay;
  }

  @GetMapping("/")
  String show(Model model) throws InterruptedException {
    Duration slept = delay.next(ThreadLocalRandom.current());
    Thread.sleep(slept.toMillis());
    model.addAttribute("slept", seconds(slept));
    model.addAttribute("min", seconds(delay.min()));
    model.addAttribute("max", seconds(delay.max()));
    return "landing";
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
