package example.queries;

/** What databases write differently. */
public enum Dialect {
  POSTGRESQL(
      "SELECT pg_sleep(%s)",
      "SELECT n, pg_sleep(0.001) FROM generate_series(1, %d) n",
      "SELECT pg_terminate_backend(pg_backend_pid())",
      "SELECT pg_sleep(300)"),
  MARIADB(
      "SELECT SLEEP(%s)",
      // it sends a buffer of 16 KB at a time
      "SELECT seq, SLEEP(0.001), REPEAT('x', 2000) FROM seq_1_to_%d",
      "KILL CONNECTION_ID()",
      "SELECT SLEEP(300)"),
  H2(
      "SELECT nap(%s)",
      "SELECT x, lazy(0.001 + x * 0) FROM system_range(1, %d)",
      "",
      "SELECT count(*) FROM system_range(1, 1000000) a, system_range(1, 1000000) b WHERE a.x * b.x < 0");

  private final String sleep;
  private final String rows;

  /** Breaks the connection that it is executed on. */
  final String kill;

  /** Takes longer than anybody waits. */
  final String endless;

  Dialect(String sleep, String rows, String kill, String endless) {
    this.sleep = sleep;
    this.rows = rows;
    this.kill = kill;
    this.endless = endless;
  }

  static Dialect of(String url) {
    return valueOf(url.split(":")[1].toUpperCase(java.util.Locale.ROOT));
  }

  String sleep(double seconds) {
    return String.format(java.util.Locale.ROOT, sleep, seconds);
  }

  /** A millisecond for each row. */
  String slowRows(int count) {
    return String.format(java.util.Locale.ROOT, rows, count);
  }

  /** H2 calls this; row by row, in a lazy query, only where it is said to be deterministic. */
  public static int nap(double seconds) throws InterruptedException {
    Thread.sleep((long) (seconds * 1000));
    return 0;
  }
}
