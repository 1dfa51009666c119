package dev.telemetry.demo.accounts;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Knows how many sessions there are. */
@Component
final class Sessions implements HttpSessionListener {
  private static final AtomicInteger ACTIVE = new AtomicInteger();

  /** Returns how many have begun and neither ended nor timed out. */
  static int activeSessions() {
    return ACTIVE.get();
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    ACTIVE.incrementAndGet();
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    ACTIVE.decrementAndGet();
  }
}
