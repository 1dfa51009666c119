package dev.telemetry.demo.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table {@code users}. */
@Component
final class Users {
  private static final String COLUMNS = "id, name, password_hash, registered_at, signed_in_at";

  private final JdbcClient jdbc;

  Users(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a user.
   *
   * @return the new id
   * @throws DuplicateKeyException where the name is taken
   */
  long add(String name, String passwordHash) {
    var key = new GeneratedKeyHolder();
    jdbc.sql("insert into users (name, password_hash) values (:name, :hash)")
        .param("name", name)
        .param("hash", passwordHash)
        .update(key, "id");
    return Objects.requireNonNull(key.getKeyAs(Long.class));
  }

  Optional<User> byId(long id) {
    return jdbc.sql("select " + COLUMNS + " from users where id = :id")
        .param("id", id)
        .query((row, number) -> user(row))
        .optional();
  }

  Optional<Account> byName(String name) {
    return jdbc.sql("select " + COLUMNS + " from users where name = :name")
        .param("name", name)
        .query((row, number) -> new Account(user(row), row.getString("password_hash")))
        .optional();
  }

  List<User> newest(int limit) {
    return jdbc.sql("select " + COLUMNS + " from users order by id desc limit :limit")
        .param("limit", limit)
        .query((row, number) -> user(row))
        .list();
  }

  void signedIn(long id) {
    jdbc.sql("update users set signed_in_at = current_timestamp where id = :id")
        .param("id", id)
        .update();
  }

  private static User user(ResultSet row) throws SQLException {
    Timestamp signedIn = row.getTimestamp("signed_in_at");
    return new User(
        row.getLong("id"),
        row.getString("name"),
        row.getTimestamp("registered_at").toInstant(),
        signedIn == null ? null : signedIn.toInstant());
  }
}
