package example.mappers;

import java.util.List;

/** What people write by hand. */
final class TemplateQuestions {
  static final List<String> TEXTS =
      List.of(
          "SELECT * FROM public.t_orders o",
          "SELECT * FROM \"public\".\"t_customers\" WHERE name <> 'from t_nobody'",
          "/* the report */ SELECT city FROM t_customers -- from t_nobody",
          "SELECT name FROM ONLY t_customers",
          "SELECT x.total FROM (SELECT total FROM t_orders WHERE total > 3) x",
          "SELECT count(*) FROM t_customers, t_orders",
          "SELECT substring(name FROM 2 FOR 3) FROM t_customers",
          "SELECT DISTINCT ON (customer) customer FROM t_orders ORDER BY customer, total",
          "SELECT * FROM t_orders NATURAL JOIN t_customers",
          "SELECT total::text || $$ from t_nobody $$ FROM t_orders",
          "SELECT * FROM generate_series(1, 3)",
          "SELECT now()",
          "SELECT coalesce(city, E'it\\'s from t_nobody') FROM t_customers TABLESAMPLE SYSTEM (10)",
          "SELECT customer, lag(total) OVER w FROM t_orders WINDOW w AS (ORDER BY id)",
          "SELECT customer FROM t_orders GROUP BY GROUPING SETS ((customer), ())",
          "TABLE t_rich",
          "VALUES (1, 'from t_nobody')",
          "INSERT INTO t_orders (customer, total) SELECT id, 1 FROM t_customers WHERE id < 0",
          "INSERT INTO t_orders DEFAULT VALUES",
          "INSERT INTO public.t_orders AS o (customer) VALUES (-1) ON CONFLICT DO NOTHING",
          "UPDATE ONLY t_orders SET total = 0 WHERE total < 0",
          "UPDATE t_orders SET total = 1 FROM t_customers c WHERE c.id = customer AND c.id < 0",
          "DELETE FROM t_orders USING t_customers c WHERE c.id = customer AND c.id < 0",
          "DELETE FROM ONLY t_orders WHERE id IN (SELECT id FROM t_customers WHERE id < 0)",
          "WITH gone AS (DELETE FROM t_orders WHERE id < 0 RETURNING *) SELECT count(*) FROM gone",
          "WITH few AS (SELECT 1 AS id) UPDATE t_orders SET total = 0 WHERE id IN (TABLE few)",
          "MERGE INTO t_customers c USING t_orders o ON c.id = o.id"
              + " WHEN MATCHED AND c.id < 0 THEN DELETE",
          "EXPLAIN SELECT * FROM t_orders",
          "ANALYZE t_orders",
          "COMMENT ON TABLE t_orders IS 'what was sold'",
          "CREATE TEMPORARY TABLE IF NOT EXISTS t_draft (id int)",
          "DROP TABLE IF EXISTS t_draft");

  private TemplateQuestions() {}
}
