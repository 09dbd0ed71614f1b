package dev.redress.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.transaction.ProviderScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  @OnBothDatabases
  void open_bringsTheSchemaUpToDateAndSaysWhatItIs(TestDatabase database) {
    assertThat(database.database().schemaVersion()).isEqualTo("032");
    assertThat(database.database().answers()).isTrue();
    assertThat(database.database().product())
        .matches("Apache Derby 10\\.17\\.1\\.0 \\(in memory\\)|PostgreSQL 15\\.\\d+");
  }

  @OnBothDatabases
  void answers_isFalseOnceItIsClosed(TestDatabase database) {
    database.doNotReuse();
    database.database().close();

    assertThat(database.database().answers()).isFalse();
  }

  @Test
  void open_refusesASchemaOfALaterVersion(@TempDir Path folder) throws SQLException {
    DatabaseSettings settings = DatabaseSettings.DerbyFolder.of(folder);
    try (Database database = Database.open(settings);
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
              + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\") VALUES"
              + " (99, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, TRUE)");
      connection.commit();
    }

    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("has schema 999, written by a later version of Redress");
  }

  @Test
  void open_findsWhatWasStoredBefore(@TempDir Path folder) throws SQLException {
    DatabaseSettings settings = DatabaseSettings.DerbyFolder.of(folder);
    try (Database database = Database.open(settings)) {
      MyBatisTransactions transactions =
          new MyBatisTransactions(database, ProviderScope::allProviders);
      new MyBatisProviderStore(transactions).insert(Samples.provider("acme"));
    }

    try (Database database = Database.open(settings)) {
      MyBatisTransactions transactions =
          new MyBatisTransactions(database, ProviderScope::allProviders);
      assertThat(new MyBatisProviderStore(transactions).find(Samples.provider("acme").name()))
          .contains(Samples.provider("acme"));
    }
    assertThat(Path.of("derby.log")).doesNotExist();
    assertThat(Files.exists(folder.resolve("derby"))).isTrue();
  }

  @Test
  void open_saysSoWhenTheServerDoesNotAnswer() {
    DatabaseSettings nowhere =
        new DatabaseSettings.PostgreSql("jdbc:postgresql://localhost:1/x", "u", "secret", 1);

    assertThatThrownBy(() -> Database.open(nowhere))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("does not answer")
        .hasMessageNotContaining("secret");
  }
}
