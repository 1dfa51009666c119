package dev.telemetry.demo.partner;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Our side: asks the partner over HTTP. */
@Component
final class PartnerClient {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final ParameterizedTypeReference<List<Offer>> OFFERS =
      new ParameterizedTypeReference<>() {};

  private final PartnerSettings settings;
  private final Environment environment;
  private final RestClient http;

  PartnerClient(PartnerSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    var requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(PATIENCE);
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  /**
   * Returns the partner's offers.
   *
   * @throws org.springframework.web.client.RestClientException where the partner fails
   */
  List<Offer> offers() {
    List<Offer> offers = http.get().uri(url() + "/partner/offers").retrieve().body(OFFERS);
    return offers == null ? List.of() : offers;
  }

  /** The port is known only once the server has started. */
  private String url() {
    return settings.url().isEmpty()
        ? "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
        : settings.url();
  }
}
