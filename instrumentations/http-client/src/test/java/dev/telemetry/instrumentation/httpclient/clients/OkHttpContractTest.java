package dev.telemetry.instrumentation.httpclient.clients;

import org.junit.jupiter.api.Nested;

/** OkHttp 3, 4 and 5 in one JVM, each executed and enqueued. */
class OkHttpContractTest {
  /** The lowest version. */
  @Nested
  class Executed3 extends ClientContract {
    Executed3() {
      super("okhttp-3", "OkHttpExecuted");
    }
  }

  /** The lowest version. */
  @Nested
  class Enqueued3 extends ClientContract {
    Enqueued3() {
      super("okhttp-3", "OkHttpEnqueued");
    }
  }

  /** The first written in Kotlin. */
  @Nested
  class Executed4 extends ClientContract {
    Executed4() {
      super("okhttp-4", "OkHttpExecuted");
    }
  }

  /** The first written in Kotlin. */
  @Nested
  class Enqueued4 extends ClientContract {
    Enqueued4() {
      super("okhttp-4", "OkHttpEnqueued");
    }
  }

  /** The newest version. */
  @Nested
  class Executed5 extends ClientContract {
    Executed5() {
      super("okhttp-5", "OkHttpExecuted");
    }
  }

  /** The newest version. */
  @Nested
  class Enqueued5 extends ClientContract {
    Enqueued5() {
      super("okhttp-5", "OkHttpEnqueued");
    }
  }
}
