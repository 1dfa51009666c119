package example.mappers;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The shop over Spring's JdbcTemplate and what is built upon it. */
final class TemplateShop implements Main.Shop {
  @Override
  public void run(DataSource database, int rounds) throws SQLException {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    open(jdbc);
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    for (int round = 0; round < rounds; round++) {
      int number = round;
      sell(jdbc, number);
      transaction.executeWithoutResult(status -> move(jdbc, number));
      look(jdbc, number);
      TemplateQuestions.TEXTS.forEach(jdbc::execute);
    }
    jdbc.execute("TRUNCATE TABLE t_orders");
    jdbc.execute("DROP TABLE t_orders");
  }

  private static void open(JdbcTemplate jdbc) {
    jdbc.execute("CREATE TABLE t_customers (id int PRIMARY KEY, name varchar(80), city text)");
    jdbc.execute("create table if not exists t_orders (id serial, customer int, total int)");
    jdbc.execute("CREATE INDEX t_orders_by_customer ON t_orders (customer)");
    jdbc.execute("ALTER TABLE t_customers ADD COLUMN points int DEFAULT 0");
    jdbc.execute("CREATE VIEW t_rich AS SELECT id FROM t_customers WHERE points > 100");
  }

  private static void sell(JdbcTemplate jdbc, int round) {
    jdbc.update("INSERT INTO t_customers (id, name, city) VALUES (?, ?, ?)", round, "Ann", "Bonn");
    jdbc.batchUpdate(
        "INSERT INTO t_orders (customer, total) VALUES (?, ?)",
        List.of(new Object[] {round, 10}, new Object[] {round, 20}, new Object[] {round, 30}));
    new SimpleJdbcInsert(jdbc)
        .withTableName("t_orders")
        .withoutTableColumnMetaDataAccess()
        .usingColumns("customer", "total")
        .execute(Map.of("customer", round, "total", 5));
  }

  private static void move(JdbcTemplate jdbc, int round) {
    jdbc.update("UPDATE t_customers SET points = points + 1 WHERE id = ?", round);
    jdbc.queryForList("SELECT id FROM t_customers WHERE id = ? FOR UPDATE", round);
    jdbc.update("update t_orders set total = total * 2 where customer = ? and total > 5", round);
  }

  private static void look(JdbcTemplate jdbc, int round) {
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
    jdbc.queryForObject("SELECT count(*) FROM t_orders", Integer.class);
    jdbc.queryForList("SELECT city, count(*) FROM t_customers GROUP BY city HAVING count(*) > 1");
    named.queryForList(
        "SELECT c.name, o.total FROM t_customers c JOIN t_orders o ON o.customer = c.id"
            + " WHERE c.id IN (:ids) ORDER BY o.total DESC LIMIT 5",
        Map.of("ids", List.of(round, round + 1, round + 2)));
    jdbc.queryForList(
        "WITH sums AS (SELECT customer, sum(total) s FROM t_orders GROUP BY customer)"
            + " SELECT c.name FROM t_customers c JOIN sums ON sums.customer = c.id WHERE s > ?",
        10);
    jdbc.queryForList("SELECT id FROM t_rich UNION ALL SELECT customer FROM t_orders");
    jdbc.queryForObject("SELECT 1", Integer.class);
    jdbc.update("DELETE FROM t_orders WHERE customer = ? AND total < ?", round - 1, 50);
  }
}
