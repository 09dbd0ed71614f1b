package dev.redress.persistence;

import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.journal.AuditService;
import dev.redress.journal.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What becomes of a journal that is older than the guard. */
class JournalGuardTest {

  @OnBothDatabases
  void fillDisputes_makesAnOldJournalHold(TestDatabase database) throws SQLException {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    MyBatisJournal journal = new MyBatisJournal(database.transactions());
    journal.append(entry("providers/acme/disputes/d1", Map.of()));
    journal.append(
        entry("providers/acme/callbacks/c1", Map.of("dispute", "providers/acme/disputes/d1")));
    journal.append(entry("providers/acme/customers/C1", Map.of()));
    MyBatisEventStore events = new MyBatisEventStore(database.transactions());
    events.sequence(PROVIDER, 10);
    database.execute("UPDATE journal SET dispute_id = NULL");
    AuditService audits = new AuditService(database.transactions(), events);
    assertThat(audits.verify(PROVIDER, List.of()).breaks()).hasSize(2);

    try (Connection connection = database.connection()) {
      JournalGuard.fillDisputes(connection);
      connection.commit();
    }

    assertThat(audits.verify(PROVIDER, List.of()).breaks()).isEmpty();
    assertThat(events.listOfDispute(PROVIDER, "d1", 0, 10)).hasSize(2);
  }

  private static JournalEntry entry(String resource, Map<String, String> details) {
    return new JournalEntry(PROVIDER, Samples.NOW, new Actor("ann"), "a.b", resource, "", details);
  }
}
