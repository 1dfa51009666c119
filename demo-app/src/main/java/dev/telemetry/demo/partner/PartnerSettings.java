package dev.telemetry.demo.partner;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The partner: settings {@code demo.partner.*}.
 *
 * @param failureRatio how many of its answers are failures, 0 to 1
 * @param url where it is; empty for the one in this process
 */
@ConfigurationProperties("demo.partner")
record PartnerSettings(@DefaultValue("0.3") double failureRatio, @DefaultValue("") String url) {

  PartnerSettings {
    if (!(failureRatio >= 0 && failureRatio <= 1)) {
      throw new IllegalArgumentException(
          "demo.partner.failure-ratio=%s: expected 0 to 1".formatted(failureRatio));
    }
  }
}
