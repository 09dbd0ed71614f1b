package dev.redress.persistence;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables, as the migrations make them. */
final class Schema {
  private Schema() {}

  /**
   * Brings the schema up to date.
   *
   * @return the number of the last migration
   * @throws DatabaseOpenException when a migration fails, or the schema is newer than this program
   */
  static String migrate(DataSource source) {
    try {
      Flyway flyway = configuration(source).load();
      refuseNewer(flyway);
      flyway.migrate();
      return version(flyway);
    } catch (FlywayException e) {
      throw new DatabaseOpenException("the schema cannot be brought up to date: " + sentence(e), e);
    }
  }

  /**
   * How the schema of a database stands to this program; nothing is changed.
   *
   * @throws DatabaseOpenException when it cannot be read
   */
  static Standing standing(DataSource source) {
    try {
      Flyway flyway = configuration(source).load();
      MigrationInfo[] all = flyway.info().all();
      boolean newer = Arrays.stream(all).anyMatch(Schema::isOfLaterVersion);
      MigrationInfo current = flyway.info().current();
      return new Standing(
          current == null ? "" : version(flyway), flyway.info().pending().length, newer);
    } catch (FlywayException e) {
      throw new DatabaseOpenException("the schema cannot be read: " + sentence(e), e);
    }
  }

  /**
   * How a schema stands to this program.
   *
   * @param version the number of its last migration; empty when there is no schema
   * @param pendingCount migrations that a start would apply
   * @param newer whether a later version of Redress wrote it
   */
  record Standing(String version, int pendingCount, boolean newer) {}

  /** All migrations, for a database. */
  static FluentConfiguration configuration(DataSource source) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .javaMigrations(
            SwallowedLines.step(),
            JournalGuard.step(),
            RowSecurity.step("030"),
            ErasureStep.step(),
            RowSecurity.step("032"))
        .placeholderReplacement(false)
        .loggers(FlywayLog.class.getName());
  }

  private static void refuseNewer(Flyway flyway) {
    MigrationInfo[] all = flyway.info().all();
    if (Arrays.stream(all).anyMatch(Schema::isOfLaterVersion)) {
      throw new DatabaseOpenException(
          "the database has schema "
              + version(flyway)
              + ", written by a later version of Redress; start that version, or restore a backup");
    }
  }

  private static boolean isOfLaterVersion(MigrationInfo info) {
    return info.getState().isApplied() && !info.getState().isResolved();
  }

  private static String version(Flyway flyway) {
    MigrationInfo current = flyway.info().current();
    if (current == null) {
      throw new DatabaseOpenException("the program was built without its migrations");
    }
    MigrationVersion version = current.getVersion();
    return version == null ? current.getDescription() : version.getVersion();
  }

  /** The first sentence; the rest of Flyway's messages is advice about Flyway. */
  private static String sentence(FlywayException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
