package dev.telemetry.demo.partner;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class OffersController {
  private final PartnerClient partner;

  OffersController(PartnerClient partner) {
    this.partner = partner;
  }

  @GetMapping("/offers")
  ModelAndView show() {
    try {
      return new ModelAndView("offers", Map.of("offers", partner.offers()));
    } catch (RestClientException e) {
      return new ModelAndView("offers", Map.of(), HttpStatus.BAD_GATEWAY);
    }
  }
}
