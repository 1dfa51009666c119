package dev.telemetry.instrumentation.jdbc.inside;

import com.zaxxer.hikari.HikariDataSource;
import dev.telemetry.instrumentation.jdbc.SmallPool;
import javax.sql.DataSource;

/** HikariCP. */
public final class SmallHikari implements SmallPool {
  private final HikariDataSource pool = new HikariDataSource();

  /** For the loader. */
  public SmallHikari() {
    pool.setDriverClassName("org.h2.Driver");
    pool.setJdbcUrl(URL);
    pool.setPoolName("small");
    pool.setMaximumPoolSize(1);
    pool.setConnectionTimeout(PATIENCE_MILLIS);
  }

  @Override
  public DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
