package dev.telemetry.instrumentation.jdbc.inside;

import dev.telemetry.instrumentation.jdbc.SmallPool;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

/** Commons DBCP 2. */
public final class SmallDbcp implements SmallPool {
  private final BasicDataSource pool = new BasicDataSource();

  /** For the loader. */
  @SuppressWarnings("deprecation") // what came instead, the lowest version does not have
  public SmallDbcp() {
    pool.setDriverClassName("org.h2.Driver");
    pool.setUrl(URL);
    pool.setJmxName("small:type=pool");
    pool.setMaxTotal(1);
    pool.setMaxWaitMillis(PATIENCE_MILLIS);
  }

  @Override
  public DataSource source() {
    return pool;
  }

  @Override
  public void close() throws SQLException {
    pool.close();
  }
}
