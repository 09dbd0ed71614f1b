package dev.redress.privacy;

import dev.redress.identity.CustomerName;
import dev.redress.journal.JournalEntry;
import dev.redress.journal.Remains;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Everything that is stored about a customer, wherever it stands; see {@link PersonalData}. */
public interface PrivacyStore {

  /** That the customer was erased, if it was. */
  Optional<Erasure> find(CustomerName customer);

  /** Waits for those who write about the customer, and keeps others from it until the end. */
  void holdAlone(CustomerName customer);

  /** What is still owed to the customer. */
  OpenWork openWork(CustomerName customer);

  /** Names that are of the customer's people and of nobody of the provider. */
  Set<String> people(CustomerName customer);

  /**
   * Erases the words in all rows of the customer and in copies of them, but for the journal.
   *
   * @param people names that are erased where they say who did something
   * @return rows that were changed or deleted
   */
  long eraseRows(CustomerName customer, Set<String> people);

  /**
   * Takes words out of the events of the customer, all of which must have their numbers.
   *
   * @param without gives what is to be left of an event
   */
  Remains eraseEvents(CustomerName customer, UnaryOperator<JournalEntry> without);

  /** Stores that the customer was erased. */
  void insert(Erasure erasure);

  /**
   * Hands out all rows of the customer, table by table in the order of {@link PersonalData}.
   *
   * @param reader takes a row at a time
   */
  void export(CustomerName customer, Consumer<ExportedRow> reader);

  /**
   * A row.
   *
   * @param table of which it is
   * @param json an object: {@code table}, then the columns that say something, by name
   */
  record ExportedRow(String table, String json) {}
}
