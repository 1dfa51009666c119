package dev.telemetry.demo.landing;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the landing page sleeps: settings {@code demo.landing.min} and {@code demo.landing.max}.
 *
 * @param min the shortest sleep, not negative
 * @param max the longest sleep, not below {@code min}
 */
@ConfigurationProperties("demo.landing")
record LandingDelay(@DefaultValue("1s") Duration min, @DefaultValue("5s") Duration max) {

  LandingDelay {
    if (min.isNegative() || max.compareTo(min) < 0) {
      throw new IllegalArgumentException(
          "demo.landing.min=%s and demo.landing.max=%s: expected 0 <= min <= max"
              .formatted(min, max));
    }
  }

  /** Returns a random duration, both bounds included. */
  Duration next(RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(min.toMillis(), max.toMillis() + 1));
  }
}
