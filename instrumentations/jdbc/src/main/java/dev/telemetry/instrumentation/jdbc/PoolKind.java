package dev.telemetry.instrumentation.jdbc;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** The pools that are known, and by which getters they tell about themselves. */
enum PoolKind {
  HIKARI(
      "com.zaxxer.hikari.HikariDataSource",
      "hikari",
      "getPoolName",
      "",
      "isClosed",
      "getHikariPoolMXBean.getIdleConnections",
      "getHikariPoolMXBean.getActiveConnections",
      "getMaximumPoolSize",
      "getHikariPoolMXBean.getThreadsAwaitingConnection"),

  /** Its data source makes a closed pool anew where it is asked about it; its pool does not. */
  TOMCAT(
      "org.apache.tomcat.jdbc.pool.DataSourceProxy",
      "tomcat-jdbc",
      "getPoolProperties.getName",
      "getPool",
      "isClosed",
      "getIdle",
      "getActive",
      "getPoolProperties.getMaxActive",
      "getWaitCount"),

  DBCP2(
      "org.apache.commons.dbcp2.BasicDataSource",
      "dbcp2",
      "getJmxName",
      "",
      "isClosed",
      "getNumIdle",
      "getNumActive",
      "getMaxTotal",
      "getConnectionPool.getNumWaiters");

  /** DBCP2's way to what is behind its proxies; others unwrap. */
  private static final String INNERMOST = "getInnermostDelegateInternal";

  private final String dataSource;
  private final String fallbackName;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
  private final String[] getters;

  PoolKind(String dataSource, String fallbackName, String... getters) {
    this.dataSource = dataSource;
    this.fallbackName = fallbackName;
    this.getters = getters;
  }

  /** Returns the class name of the data source. */
  String dataSource() {
    return dataSource;
  }

  /** Returns the name that a user or the pool itself has given; null while there is none. */
  @Nullable String name(Object source) {
    Object name = Getters.read(source, getters[0]);
    String text = name == null ? "" : name.toString();
    return text.isEmpty() ? null : text;
  }

  /** Returns how pools of this kind are called that have no name. */
  String fallbackName() {
    return fallbackName;
  }

  /** Returns what tells the numbers; only for a data source that has given out a connection. */
  Object numbers(Object source) {
    Object numbers = Getters.read(source, getters[1]);
    return numbers == null ? source : numbers;
  }

  boolean isClosed(Object numbers) {
    return Boolean.TRUE.equals(Getters.read(numbers, getters[2]));
  }

  long idle(Object numbers) {
    return Getters.number(numbers, getters[3]);
  }

  long used(Object numbers) {
    return Getters.number(numbers, getters[4]);
  }

  long max(Object numbers) {
    return Getters.number(numbers, getters[5]);
  }

  long pending(Object numbers) {
    return Getters.number(numbers, getters[6]);
  }

  /** Returns the driver's connection behind what a pool has handed out; that itself if unknown. */
  Connection physical(Connection handedOut) {
    try {
      Object inner =
          this == DBCP2 ? Getters.read(handedOut, INNERMOST) : handedOut.unwrap(Connection.class);
      return inner instanceof Connection ? (Connection) inner : handedOut;
    } catch (Throwable notTold) {
      return handedOut;
    }
  }
}
