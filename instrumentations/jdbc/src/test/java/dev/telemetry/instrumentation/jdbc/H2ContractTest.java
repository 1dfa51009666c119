package dev.telemetry.instrumentation.jdbc;

import java.util.Properties;
import org.junit.jupiter.api.Nested;

/** H2 in the process. */
class H2ContractTest {
  /** The lowest version. */
  @Nested
  class Lowest extends H2 {
    Lowest() {
      super("h2-1.1");
    }
  }

  /** The newest version. */
  @Nested
  class Newest extends H2 {
    Newest() {
      super("h2-2.5");
    }
  }

  abstract static class H2 extends DriverContract {
    H2(String library) {
      super(library, "org.h2.Driver", "h2database");
    }

    @Override
    String url() {
      return "jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1";
    }

    @Override
    Properties properties() {
      Properties user = new Properties();
      user.setProperty("user", "sa");
      user.setProperty("password", "");
      return user;
    }
  }
}
