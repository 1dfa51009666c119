package dev.telemetry.instrumentation.jdbc.inside;

import dev.telemetry.instrumentation.jdbc.SmallPool;
import org.apache.tomcat.jdbc.pool.DataSource;

/** The pool of Tomcat. */
public final class SmallTomcat implements SmallPool {
  private final DataSource pool = new DataSource();

  /** For the loader. */
  public SmallTomcat() {
    pool.setUrl(URL);
    pool.setDriverClassName("org.h2.Driver");
    pool.setName("small");
    pool.setInitialSize(1);
    pool.setMaxActive(1);
    pool.setMaxWait(PATIENCE_MILLIS);
  }

  @Override
  public javax.sql.DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.close(true);
  }
}
