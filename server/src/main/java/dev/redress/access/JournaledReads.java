package dev.redress.access;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.Map;

/** Notes reads in the journal of the provider. */
public final class JournaledReads implements ReadLog {
  private final Transactions transactions;
  private final Journal journal;
  private final InstantSource clock;

  /** In a transaction of its own each. */
  public JournaledReads(Transactions transactions, Journal journal, InstantSource clock) {
    this.transactions = transactions;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void note(ProviderName provider, String resource, String method, Actor actor) {
    JournalEntry entry =
        new JournalEntry(
            provider, clock.instant(), actor, "data.read", resource, "", Map.of("method", method));
    ProviderScope.of(provider).run(() -> transactions.run(() -> journal.append(entry)));
  }
}
