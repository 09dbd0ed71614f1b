package dev.redress.journal;

import dev.redress.transaction.Transactions;

/** A journal that wakes the sequencer once its entries are committed. */
public final class WakingJournal implements Journal {
  private final Journal journal;
  private final Transactions transactions;
  private final Sequencer sequencer;

  /** In front of another journal. */
  public WakingJournal(Journal journal, Transactions transactions, Sequencer sequencer) {
    this.journal = journal;
    this.transactions = transactions;
    this.sequencer = sequencer;
  }

  @Override
  public void append(JournalEntry entry) {
    journal.append(entry);
    transactions.afterCommit(sequencer::wake);
  }
}
