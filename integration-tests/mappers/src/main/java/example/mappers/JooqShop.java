package example.mappers;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The shop over jOOQ, whose texts are made from calls and quote every name. */
final class JooqShop implements Main.Shop {
  static final Table<Record> CUSTOMERS = table(name("j_customers"));
  static final Table<Record> ORDERS = table(name("j_orders"));
  static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
  static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR(80));
  static final Field<Integer> CUSTOMER = field(name("customer"), SQLDataType.INTEGER);
  static final Field<Integer> TOTAL = field(name("total"), SQLDataType.INTEGER);

  @Override
  public void run(DataSource database, int rounds) throws SQLException {
    DSLContext jooq = using(database, SQLDialect.POSTGRES);
    jooq.createTable(CUSTOMERS).columns(ID, NAME).primaryKey(ID).execute();
    jooq.createTableIfNotExists(ORDERS).columns(ID, CUSTOMER, TOTAL).execute();
    jooq.createIndex("j_orders_by_customer").on(ORDERS, CUSTOMER).execute();
    for (int round = 0; round < rounds; round++) {
      sell(jooq, round);
      look(jooq, round);
      leave(jooq, round);
      JooqQuestions.ask(jooq, round);
    }
    jooq.alterTable(ORDERS).addColumn("note", SQLDataType.VARCHAR(20)).execute();
    jooq.alterTable(ORDERS).dropColumn("note").execute();
    jooq.createView("j_rich").as(select(ID).from(ORDERS).where(TOTAL.gt(9))).execute();
    jooq.dropView("j_rich").execute();
    jooq.createSequence("j_numbers").execute();
    jooq.dropSequenceIfExists("j_numbers").execute();
    jooq.dropIndex("j_orders_by_customer").execute();
    jooq.truncate(CUSTOMERS).execute();
    jooq.dropTableIfExists(ORDERS).execute();
  }

  private static void sell(DSLContext jooq, int round) {
    jooq.insertInto(CUSTOMERS, ID, NAME).values(round, "Ann").execute();
    jooq.insertInto(CUSTOMERS, ID, NAME)
        .values(round, "Bob")
        .onConflict(ID)
        .doUpdate()
        .set(NAME, "Bob")
        .execute();
    jooq.insertInto(ORDERS, ID, CUSTOMER, TOTAL)
        .values(1, round, 10)
        .values(2, round, 20)
        .execute();
    jooq.batch(jooq.insertInto(ORDERS, ID, CUSTOMER, TOTAL).values(0, 0, 0))
        .bind(3, round, 30)
        .bind(4, round, 40)
        .execute();
    jooq.transaction(inside -> update(inside.dsl(), round));
  }

  private static void update(DSLContext jooq, int round) {
    jooq.update(ORDERS).set(TOTAL, TOTAL.plus(1)).where(CUSTOMER.eq(round)).execute();
    jooq.selectFrom(CUSTOMERS).where(ID.eq(round)).forUpdate().fetch();
  }

  private static void look(DSLContext jooq, int round) {
    Field<Integer> customerId = field(name("j_customers", "id"), SQLDataType.INTEGER);
    jooq.fetchCount(ORDERS);
    jooq.select(NAME, TOTAL)
        .from(CUSTOMERS)
        .leftJoin(ORDERS)
        .on(CUSTOMER.eq(customerId))
        .where(TOTAL.gt(15))
        .orderBy(TOTAL.desc())
        .limit(3)
        .fetch();
    jooq.select(NAME)
        .from(CUSTOMERS)
        .where(exists(selectOne().from(ORDERS).where(CUSTOMER.eq(customerId))))
        .fetch();
    jooq.with("sums", "owner", "sold")
        .as(select(CUSTOMER, sum(TOTAL)).from(ORDERS).groupBy(CUSTOMER))
        .select(count())
        .from(table(name("sums")))
        .fetch();
    jooq.select(rowNumber().over().partitionBy(CUSTOMER).orderBy(TOTAL)).from(ORDERS).fetch();
    jooq.select(ID).from(CUSTOMERS).union(select(CUSTOMER).from(ORDERS)).fetch();
    jooq.selectOne().fetch();
    jooq.fetchExists(CUSTOMERS, ID.eq(round));
  }

  private static void leave(DSLContext jooq, int round) {
    jooq.deleteFrom(ORDERS).where(CUSTOMER.eq(round - 1)).and(TOTAL.lt(20)).execute();
    jooq.deleteFrom(CUSTOMERS)
        .where(ID.in(select(CUSTOMER).from(ORDERS).where(TOTAL.gt(1000))))
        .returning(ID)
        .fetch();
  }
}
