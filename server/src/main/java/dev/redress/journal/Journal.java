package dev.redress.journal;

/** Where changes are recorded, in the transaction that makes them. */
public interface Journal {

  /**
   * Records a change. It gets its number once the surrounding transaction is committed.
   *
   * @throws dev.redress.error.RedressException {@code CUSTOMER_ERASED} when it is about a customer
   *     who was erased: nothing is written about those any more
   */
  void append(JournalEntry entry);
}
