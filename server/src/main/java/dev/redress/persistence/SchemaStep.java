package dev.redress.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * A step of the schema that cannot be SQL which runs on both databases.
 *
 * @param number among all migrations, such as {@code 025}
 * @param description in a few words
 * @param work in the transaction of the step
 */
record SchemaStep(String number, String description, Work work) implements JavaMigration {

  /** What a step does. */
  @FunctionalInterface
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(number);
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    work.on(context.getConnection());
  }
}
