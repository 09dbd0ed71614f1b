package dev.redress.journal;

/** Where changes are recorded, in the transaction that makes them. */
public interface Journal {

  /** Records a change. It gets its number once the surrounding transaction is committed. */
  void append(JournalEntry entry);
}
