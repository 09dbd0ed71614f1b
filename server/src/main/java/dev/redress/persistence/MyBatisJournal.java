package dev.redress.persistence;

import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;

/** Records changes in the inbox of the journal. */
public final class MyBatisJournal implements Journal {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisJournal(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void append(JournalEntry entry) {
    transactions.run(
        () -> {
          new ErasureHold(transactions).beforeWriting(entry);
          transactions.call(JournalMapper.class, mapper -> mapper.insertInbox(InboxRow.of(entry)));
        });
  }
}
