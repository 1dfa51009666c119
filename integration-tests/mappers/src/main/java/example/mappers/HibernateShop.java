package example.mappers;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** The shop over Hibernate, which writes its own texts and decides when they are run. */
final class HibernateShop implements Main.Shop {
  private static final int BATCH = 5;

  private static final List<String> QUESTIONS =
      List.of(
          "from Customer c order by c.name",
          "from Purchase p join fetch p.customer where p.total > 5",
          "select p.customer.name, sum(p.total) from Purchase p group by p.customer.name",
          "from Customer c where exists (from Purchase p where p.customer = c)",
          "from Customer c where size(c.purchases) > 2",
          "from Customer c where c.purchases is empty",
          "select count(p) from Purchase p where p.total between 1 and 20",
          "select distinct c from Customer c left join fetch c.purchases",
          "select p.total from Purchase p left join p.customer c where c.name like 'A%'",
          "select c.name from Customer c where c.id in (select p.customer.id from Purchase p)",
          "select max(p.total), min(p.total), avg(p.total) from Purchase p group by p.id having count(p) > 1",
          "select case when p.total > 10 then 'from much' else 'little' end from Purchase p",
          "select upper(c.name), length(c.name) from Customer c where trim(c.name) <> ''",
          "select extract(year from current_date) from Customer c",
          "select count(distinct p.customer) from Purchase p",
          "select c.name from Customer c union select cast(p.total as string) from Purchase p",
          "with big as (select p.customer.id as owner from Purchase p) select count(*) from big b",
          "select rank() over (partition by p.customer order by p.total) from Purchase p",
          "select l from Purchase p join p.labels l where l <> 'it''s'",
          "from Purchase p where 'gift' member of p.labels");

  @Override
  public void run(DataSource database, int rounds) {
    StandardServiceRegistry services =
        new StandardServiceRegistryBuilder()
            .applySetting("hibernate.connection.datasource", database)
            .applySetting("hibernate.hbm2ddl.auto", "create-drop")
            .applySetting("hibernate.jdbc.batch_size", BATCH)
            .build();
    try (SessionFactory factory =
        new MetadataSources(services)
            .addAnnotatedClasses(Customer.class, Purchase.class)
            .buildMetadata()
            .buildSessionFactory()) {
      for (int round = 0; round < rounds; round++) {
        business(factory, round);
      }
    }
  }

  private static void business(SessionFactory factory, int round) {
    factory.inTransaction(session -> sell(session, round));
    factory.inTransaction(HibernateShop::look);
    factory.inTransaction(HibernateShop::change);
    factory.inTransaction(session -> bulk(session, round));
  }

  private static void sell(Session session, int round) {
    Customer customer = new Customer("Ann " + round);
    session.persist(customer);
    for (int i = 0; i < 3; i++) {
      Purchase purchase = new Purchase(customer, 10 * i);
      purchase.label("gift");
      session.persist(purchase);
    }
  }

  private static void look(Session session) {
    QUESTIONS.forEach(question -> session.createQuery(question, Object.class).list());
    session.createQuery("from Purchase", Purchase.class).setMaxResults(3).setFirstResult(1).list();
    first(session, customer -> Hibernate.initialize(customer.purchases()));
    session.createNativeQuery("select max(total) from h_purchases", Integer.class).list();
  }

  private static void first(Session session, Consumer<Customer> then) {
    List<Customer> found =
        session.createQuery("from Customer", Customer.class).setMaxResults(1).list();
    found.forEach(then);
  }

  private static void change(Session session) {
    first(session, customer -> customer.rename("Bob"));
    first(session, customer -> customer.purchases().forEach(Purchase::unlabel));
    session
        .createQuery("from Purchase", Purchase.class)
        .setMaxResults(1)
        .list()
        .forEach(session::remove);
    session.createQuery("from Purchase", Purchase.class).list().forEach(Purchase::raise);
  }

  private static void bulk(Session session, int round) {
    session
        .createMutationQuery("update Purchase set total = total - 1 where total > :most")
        .setParameter("most", 20)
        .executeUpdate();
    session
        .createMutationQuery("delete from Purchase where total = :total")
        .setParameter("total", round)
        .executeUpdate();
    first(session, customer -> session.lock(customer, LockMode.PESSIMISTIC_WRITE));
  }
}
