package dev.telemetry.instrumentation.jdbc;

import org.junit.jupiter.api.Nested;

/** HikariCP, the pool of Tomcat and Commons DBCP 2 in one JVM. */
class PoolsContractTest {
  /** The lowest version. */
  @Nested
  class LowestHikari extends PoolContract {
    LowestHikari() {
      super("hikari-2.6", "SmallHikari", PoolKind.HIKARI);
    }
  }

  /** The newest version. */
  @Nested
  class NewestHikari extends PoolContract {
    NewestHikari() {
      super("hikari-7.1", "SmallHikari", PoolKind.HIKARI);
    }
  }

  /** The lowest version. */
  @Nested
  class LowestTomcat extends PoolContract {
    LowestTomcat() {
      super("tomcat-7.0", "SmallTomcat", PoolKind.TOMCAT);
    }
  }

  /** The newest version. */
  @Nested
  class NewestTomcat extends PoolContract {
    NewestTomcat() {
      super("tomcat-11.0", "SmallTomcat", PoolKind.TOMCAT);
    }
  }

  /** The lowest version. */
  @Nested
  class LowestDbcp extends PoolContract {
    LowestDbcp() {
      super("dbcp-2.0", "SmallDbcp", PoolKind.DBCP2);
    }
  }

  /** The newest version. */
  @Nested
  class NewestDbcp extends PoolContract {
    NewestDbcp() {
      super("dbcp-2.14", "SmallDbcp", PoolKind.DBCP2);
    }
  }
}
