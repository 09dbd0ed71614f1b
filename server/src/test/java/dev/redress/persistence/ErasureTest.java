package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.journal.AuditService;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalBreak;
import dev.redress.journal.JournalEntry;
import dev.redress.privacy.Erasure;
import dev.redress.privacy.PrivacyService;
import dev.redress.transaction.ProviderScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An erasure within the database: all or nothing, seen by the audit, and behind nobody's back. */
class ErasureTest {
  private static final CustomerName CUSTOMER = new CustomerName(PROVIDER, "C_1%");
  private static final CustomerName OTHER = new CustomerName(PROVIDER, "C21%");

  @OnBothDatabases
  void eventsOfOthers_areLeftAsTheyAre(TestDatabase database) {
    Fixture fixture = Fixture.on(database);

    Erasure erased = fixture.service().erase(CUSTOMER, "asked", new Actor("dana"));

    assertThat(erased.events()).isEqualTo(3);
    assertThat(fixture.reasons())
        .containsExactly(
            "[erased]", "of another", "[erased]", "[erased]", "of the provider", "asked");
    assertThat(fixture.breaks()).isEmpty();
  }

  @OnBothDatabases
  void eraseThatFails_leavesAllAsItWas(TestDatabase database) throws SQLException {
    Fixture fixture = Fixture.on(database);
    String before = fixture.reasons().toString();
    PrivacyService failing =
        fixture.service(
            entry -> {
              throw new IllegalStateException("the power is gone");
            });

    assertThatThrownBy(() -> failing.erase(CUSTOMER, "asked", new Actor("dana")))
        .hasMessage("the power is gone");

    assertThat(fixture.reasons()).hasToString(before);
    assertThat(database.number("SELECT COUNT(*) FROM customer_erasure")).isZero();
    assertThat(fixture.customers().find(CUSTOMER).orElseThrow().displayName())
        .isNotEqualTo("[erased]");
    assertThat(fixture.breaks()).isEmpty();
  }

  @OnBothDatabases
  void tamperingWithWhatIsLeft_isFound(TestDatabase database) throws SQLException {
    Fixture fixture = Fixture.on(database);
    var _ = fixture.service().erase(CUSTOMER, "asked", new Actor("dana"));

    for (String statement :
        List.of(
            "UPDATE journal SET reason = 'something else' WHERE sequence_number = 3",
            "UPDATE journal SET action = 'a.c' WHERE sequence_number = 3",
            "UPDATE journal SET erased_customer_id = 'C21%' WHERE sequence_number = 3",
            "UPDATE journal SET erased_customer_id = NULL, remains_hash = NULL WHERE sequence_number = 3",
            "UPDATE journal SET reason = '', erased_customer_id = 'C_1%', remains_hash = '"
                + "0".repeat(64)
                + "' WHERE sequence_number = 2")) {
      database.execute(
          "CREATE TABLE journal_aside AS SELECT * FROM journal WITH NO DATA",
          "INSERT INTO journal_aside SELECT * FROM journal",
          statement);
      List<JournalBreak> breaks = fixture.breaks();
      database.execute(
          "DELETE FROM journal",
          "INSERT INTO journal SELECT * FROM journal_aside",
          "DROP TABLE journal_aside");

      assertThat(breaks).as(statement).isNotEmpty();
      assertThat(fixture.breaks()).isEmpty();
    }
  }

  @OnBothDatabases
  void whoWritesAboutTheCustomer_holdsOffTheErasure(TestDatabase database) throws Exception {
    Fixture fixture = Fixture.on(database);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () ->
                database
                    .transactions()
                    .run(
                        () -> {
                          fixture.journal().append(entry(CUSTOMER.toString(), "late words"));
                          written.countDown();
                          await(end);
                        }));
    await(written);
    CompletableFuture<Erasure> eraser =
        CompletableFuture.supplyAsync(
            () -> fixture.service().erase(CUSTOMER, "asked", new Actor("dana")));
    Thread.sleep(300);
    assertThat(eraser).isNotDone();
    end.countDown();
    writer.get(10, TimeUnit.SECONDS);

    assertThat(eraser.get(10, TimeUnit.SECONDS).events()).isEqualTo(4);
    assertThat(TextScan.find(database, "late words")).isEmpty();
    assertThatThrownBy(() -> fixture.journal().append(entry(CUSTOMER.toString(), "later")))
        .isInstanceOf(RedressException.class)
        .satisfies(
            e ->
                assertThat(((RedressException) e).reason()).isEqualTo(ErrorReason.CUSTOMER_ERASED));
    assertThatThrownBy(() -> fixture.versions().advance(List.of(CUSTOMER)))
        .isInstanceOf(RedressException.class);
    fixture.versions().advance(List.of(OTHER));
  }

  @ParameterizedTest
  @EnumSource
  void theDatabase_letsNothingPassButALossOfText(TestDatabase.Kind kind) throws SQLException {
    try (Database guarded = Database.open(TestDatabase.settings(kind, 5))) {
      MyBatisTransactions transactions =
          new MyBatisTransactions(guarded, ProviderScope::allProviders);
      Fixture fixture = Fixture.over(transactions);
      var _ = fixture.service().erase(CUSTOMER, "asked", new Actor("dana"));
      assertThat(fixture.breaks()).isEmpty();
      for (String statement :
          List.of(
              // Whole events: not changed, and not erased with another action, hash or place.
              "UPDATE journal SET reason = 'x' WHERE sequence_number = 2",
              "UPDATE journal SET erased_customer_id = 'C', remains_hash = 'x', action = 'a.x' WHERE sequence_number = 2",
              "UPDATE journal SET erased_customer_id = 'C', remains_hash = 'x', hash = 'x' WHERE sequence_number = 2",
              "UPDATE journal SET erased_customer_id = 'C', remains_hash = 'x', dispute_id = 'x' WHERE sequence_number = 2",
              // Erased ones: not again, and not back.
              "UPDATE journal SET reason = 'x' WHERE sequence_number = 1",
              "UPDATE journal SET erased_customer_id = NULL, remains_hash = NULL WHERE sequence_number = 1",
              "DELETE FROM journal WHERE sequence_number = 1")) {
        assertThatThrownBy(() -> execute(guarded, statement))
            .as(statement)
            .isInstanceOf(SQLException.class);
      }
      assertThat(fixture.breaks()).isEmpty();
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = TestDatabase.connection(database);
        Statement statement = connection.createStatement()) {
      try {
        statement.execute(sql);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JournalEntry entry(String resource, String reason) {
    return new JournalEntry(
        PROVIDER,
        NOW,
        new Actor("ann"),
        "a.b",
        resource,
        reason,
        Map.of("phone", "", "count", "1"));
  }

  /** Two customers whose names look alike to LIKE, and events of both. */
  private record Fixture(
      MyBatisTransactions transactions,
      MyBatisCustomerStore customers,
      MyBatisFactsVersionStore versions,
      MyBatisEventStore events,
      MyBatisJournal journal) {

    static Fixture on(TestDatabase database) {
      return over(database.transactions());
    }

    static Fixture over(MyBatisTransactions transactions) {
      Fixture fixture =
          new Fixture(
              transactions,
              new MyBatisCustomerStore(transactions),
              new MyBatisFactsVersionStore(transactions),
              new MyBatisEventStore(transactions),
              new MyBatisJournal(transactions));
      new MyBatisProviderStore(transactions).insert(Samples.provider("acme"));
      fixture.customers.insertAll(List.of(Samples.customer(CUSTOMER), Samples.customer(OTHER)));
      fixture.journal.append(entry(CUSTOMER.toString(), "words"));
      fixture.journal.append(entry(OTHER.toString(), "of another"));
      fixture.journal.append(entry(CUSTOMER + "/invoices/I", "words"));
      fixture.journal.append(
          new JournalEntry(
              PROVIDER,
              NOW,
              new Actor("ann"),
              "a.b",
              "providers/acme/promises/p",
              "words",
              Map.of("customer", CUSTOMER.toString())));
      fixture.journal.append(entry(PROVIDER.toString(), "of the provider"));
      var _ = fixture.events.sequence(PROVIDER, 2);
      return fixture;
    }

    PrivacyService service() {
      return service(journal);
    }

    PrivacyService service(Journal written) {
      return new PrivacyService(
          transactions,
          customers,
          versions,
          new MyBatisPrivacyStore(transactions),
          events,
          written,
          _ -> {},
          InstantSource.fixed(NOW));
    }

    List<String> reasons() {
      while (events.sequence(PROVIDER, 100) > 0) {
        // All of them.
      }
      return events.list(PROVIDER, 0, 100).stream().map(event -> event.entry().reason()).toList();
    }

    List<JournalBreak> breaks() {
      return new AuditService(transactions, events).verify(PROVIDER, List.of()).breaks();
    }
  }
}
