package dev.redress.persistence;

import dev.redress.transaction.ProviderScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second wall between providers, on PostgreSQL: a transaction says for which provider it is,
 * and the database shows it and takes from it the rows of that provider alone, whatever its
 * statements ask for. Who says nothing sees nothing. Derby has no such thing.
 *
 * <p>It guards against mistakes in statements. Against somebody who can send statements of his own
 * it does not: he can say another provider.
 */
final class RowSecurity {
  /** What a transaction says: the id of a provider, or {@link #ALL}. */
  static final String SETTING = "redress.provider";

  /** No id of a provider has a star in it. */
  static final String ALL = "*";

  /** The name of the policy on each table. */
  static final String POLICY = "provider_wall";

  /**
   * The setting is read once for each statement and not for each row, which is what the inner
   * SELECT is for. CASE and not OR: of that the planner takes the same fixed share of rows for
   * every table, and so goes on to choose the plans that it chose without the wall.
   */
  private static final String RULE =
      """
      CASE (SELECT current_setting('redress.provider', true))
        WHEN provider_id THEN true
        WHEN '*' THEN true
        ELSE false
      END
      """;

  private static final String UNGUARDED =
      """
      SELECT quote_ident(pg_class.relname)
      FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
      JOIN pg_attribute ON pg_attribute.attrelid = pg_class.oid
      WHERE pg_namespace.nspname = current_schema()
        AND pg_class.relkind IN ('r', 'p')
        AND pg_attribute.attname = 'provider_id'
        AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE pg_policy.polrelid = pg_class.oid)
      ORDER BY pg_class.relname
      """;

  private static final String SAY = "SELECT set_config('redress.provider', ?, true)";

  private static final String PASSES_BY =
      "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";

  private static final Logger LOG = LoggerFactory.getLogger(RowSecurity.class);

  private RowSecurity() {}

  /**
   * Why: a statement that forgets the provider must find nothing rather than somebody else's. Not
   * even the owner of the tables is excepted (FORCE), since a server may run as it.
   *
   * @param number of the step; tables of later migrations need one more, with a number after theirs
   */
  static SchemaStep step(String number) {
    return new SchemaStep(number, "rows of one provider at a time", RowSecurity::guard);
  }

  /** Puts the wall around each table with a provider that has none. */
  private static void guard(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseProductName().contains("Derby")) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String table : unguarded(statement)) {
        statement.execute("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
        statement.execute("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        // For reading and writing alike: without WITH CHECK the rule counts for new rows too.
        statement.execute("CREATE POLICY " + POLICY + " ON " + table + " USING (" + RULE + ")");
      }
    }
  }

  private static List<String> unguarded(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet table = statement.executeQuery(UNGUARDED)) {
      while (table.next()) {
        tables.add(table.getString(1));
      }
    }
    return tables;
  }

  /** Says on PostgreSQL for whom the transaction of a connection is; its end takes it back. */
  static void say(Connection connection, ProviderScope scope) throws SQLException {
    try (PreparedStatement say = connection.prepareStatement(SAY)) {
      say.setString(
          1,
          switch (scope) {
            case ProviderScope.One(var provider) -> provider.provider();
            case ProviderScope.All() -> ALL;
          });
      say.execute();
    }
  }

  /** Logs it when the server's role of PostgreSQL is not held by the wall. */
  static void warnWherePassedBy(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet passes = statement.executeQuery(PASSES_BY)) {
      if (passes.next() && passes.getBoolean(1)) {
        LOG.warn(
            "the server's role in PostgreSQL passes by row-level security, so that only its own"
                + " statements keep providers apart; give it a role that is no superuser");
      }
    }
  }
}
