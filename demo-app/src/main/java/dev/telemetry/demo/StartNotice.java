package dev.telemetry.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says once, when pages can be opened, where they are. */
@Component
final class StartNotice {
  private static final Logger logger = LoggerFactory.getLogger(DemoApplication.class);

  private final Environment environment;

  StartNotice(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    logger.info("answering at http://localhost:{}/", environment.getProperty("local.server.port"));
  }
}
