package dev.telemetry.demo.partner;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The partner's side: answers with offers, or with 503. */
@RestController
final class PartnerController {
  private static final List<Offer> OFFERS =
      List.of(
          new Offer("A kettle that never whistles", 15),
          new Offer("Forty metres of garden hose", 30),
          new Offer("One left boot, hardly used", 70));

  private final PartnerSettings settings;

  PartnerController(PartnerSettings settings) {
    this.settings = settings;
  }

  @GetMapping("/partner/offers")
  ResponseEntity<List<Offer>> offers() {
    if (ThreadLocalRandom.current().nextDouble() < settings.failureRatio()) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return ResponseEntity.ok(OFFERS);
  }
}
