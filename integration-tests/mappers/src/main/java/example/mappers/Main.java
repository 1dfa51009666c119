package example.mappers;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs one of the shops: its name, then a JDBC address with user and password. */
public final class Main {
  private static final int ROUNDS = 20;

  private static final Map<String, Shop> SHOPS =
      Map.of(
          "hibernate", new HibernateShop(),
          "jooq", new JooqShop(),
          "template", new TemplateShop());

  private Main() {}

  /**
   * Opens the shop, does business for some rounds and prints every statement it had prepared.
   *
   * @param args the shop and the address of the database
   * @throws SQLException where the database refuses anything
   */
  public static void main(String[] args) throws SQLException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[1]);
    Statements statements = new Statements();
    Objects.requireNonNull(SHOPS.get(args[0]), args[0]).run(statements.noting(database), ROUNDS);
    statements.all().forEach(System.out::println);
    System.out.println("closed " + args[0]);
  }

  /** What the three have in common. */
  interface Shop {
    void run(DataSource database, int rounds) throws SQLException;
  }
}
