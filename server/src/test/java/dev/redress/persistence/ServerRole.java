package dev.redress.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role that servers of tests have in PostgreSQL: it owns their databases and is no superuser,
 * as docs/operations.md says, since a superuser passes by row-level security.
 */
public final class ServerRole {
  /** Its name; it needs no password. */
  public static final String NAME = "redress";

  private ServerRole() {}

  /** Makes a database for a server; gives its URL, which names no user. */
  public static String newDatabase(EmbeddedPostgres postgres, String name) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet role =
          statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        if (!role.next()) {
          statement.execute("CREATE ROLE " + NAME + " LOGIN");
        }
      }
      statement.execute("CREATE DATABASE " + name + " OWNER " + NAME);
      return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
