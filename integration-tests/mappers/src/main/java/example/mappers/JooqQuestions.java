package example.mappers;

import static example.mappers.JooqShop.CUSTOMER;
import static example.mappers.JooqShop.CUSTOMERS;
import static example.mappers.JooqShop.ID;
import static example.mappers.JooqShop.NAME;
import static example.mappers.JooqShop.ORDERS;
import static example.mappers.JooqShop.TOTAL;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rollup;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.values;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** What is rarer, yet a scanner of statements meets it. */
final class JooqQuestions {
  private static final Field<Integer> OWNER = field(name("j_customers", "id"), SQLDataType.INTEGER);

  private JooqQuestions() {}

  static void ask(DSLContext jooq, int round) {
    combine(jooq);
    nest(jooq, round);
    change(jooq, round);
    jooq.explain(select(ID).from(ORDERS));
    jooq.select(currentTimestamp()).fetch();
  }

  private static void combine(DSLContext jooq) {
    jooq.select(ID).from(CUSTOMERS).intersect(select(CUSTOMER).from(ORDERS)).fetch();
    jooq.select(ID).from(CUSTOMERS).except(select(CUSTOMER).from(ORDERS)).fetch();
    jooq.selectDistinct(CUSTOMER).from(ORDERS).where(TOTAL.in(10, 20, 30)).fetch();
    jooq.select(CUSTOMER, sum(TOTAL)).from(ORDERS).groupBy(rollup(CUSTOMER)).fetch();
    jooq.selectFrom(values(row(1, 2), row(3, 4)).as("v", "a", "b")).fetch();
    jooq.select(inline("it's from j_nobody")).from(CUSTOMERS).fetch();
  }

  private static void nest(DSLContext jooq, int round) {
    jooq.select(count()).from(select(CUSTOMER).from(ORDERS).asTable("o")).fetch();
    jooq.select(NAME)
        .from(CUSTOMERS)
        .crossJoin(lateral(select(TOTAL).from(ORDERS).where(CUSTOMER.eq(OWNER))).as("o"))
        .fetch();
    jooq.select(NAME).from(CUSTOMERS).where(ID.eq(select(count()).from(ORDERS))).fetch();
    jooq.withRecursive("n", "i")
        .as(selectOne().unionAll(select(field("i + 1", Integer.class)).from("n").where("i < 5")))
        .select(sum(field("i", Integer.class)))
        .from(table(name("n")))
        .fetch();
    jooq.select(NAME).from(CUSTOMERS).orderBy(ID).limit(2).offset(round).forShare().fetch();
  }

  private static void change(DSLContext jooq, int round) {
    jooq.insertInto(ORDERS, ID, CUSTOMER)
        .select(select(ID, ID).from(CUSTOMERS).where(ID.eq(-1)))
        .execute();
    jooq.update(ORDERS).set(TOTAL, 1).from(CUSTOMERS).where(CUSTOMER.eq(OWNER)).execute();
    jooq.deleteFrom(ORDERS).using(CUSTOMERS).where(CUSTOMER.eq(OWNER).and(TOTAL.eq(0))).execute();
    jooq.mergeInto(CUSTOMERS)
        .using(selectOne())
        .on(ID.eq(round))
        .whenMatchedThenUpdate()
        .set(NAME, "Eve")
        .execute();
    jooq.update(ORDERS).set(TOTAL, TOTAL.neg()).where(trueCondition()).returning(ID).fetch();
    jooq.insertInto(CUSTOMERS, ID, NAME).values(round, "no").onConflictDoNothing().execute();
  }
}
