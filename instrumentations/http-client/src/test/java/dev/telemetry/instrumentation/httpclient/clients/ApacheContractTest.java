package dev.telemetry.instrumentation.httpclient.clients;

import org.junit.jupiter.api.Nested;

/** Apache HttpClient 4 and 5 in one JVM. */
class ApacheContractTest {
  /** The lowest version. */
  @Nested
  class Classic43 extends ClientContract {
    Classic43() {
      super("apache-4.3", "Apache4Classic");
    }
  }

  /** The newest version. */
  @Nested
  class Classic45 extends ClientContract {
    Classic45() {
      super("apache-4.5", "Apache4Classic");
    }
  }

  /** The lowest version. */
  @Nested
  class Classic50 extends ClientContract {
    Classic50() {
      super("apache-5.0", "Apache5Classic");
    }
  }

  /** The newest version. */
  @Nested
  class Classic56 extends ClientContract {
    Classic56() {
      super("apache-5.6", "Apache5Classic");
    }
  }

  /** The lowest version. */
  @Nested
  class Async50 extends ClientContract {
    Async50() {
      super("apache-5.0", "Apache5Async");
    }
  }

  /** The newest version. */
  @Nested
  class Async56 extends ClientContract {
    Async56() {
      super("apache-5.6", "Apache5Async");
    }
  }
}
