package dev.redress.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements past the stores, for what the stores never do. */
public final class TestSql {
  private TestSql() {}

  /** Changes something, committed. */
  public static void run(TestDatabase database, String statement) throws SQLException {
    try (Connection connection = database.database().dataSource().getConnection();
        Statement plain = connection.createStatement()) {
      plain.execute(statement);
      connection.commit();
    }
  }

  /** The number that a query of one row and one column gives. */
  public static long number(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.database().dataSource().getConnection();
        Statement plain = connection.createStatement();
        ResultSet found = plain.executeQuery(query)) {
      found.next();
      long number = found.getLong(1);
      connection.rollback();
      return number;
    }
  }
}
