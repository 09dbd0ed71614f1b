package dev.redress.journal;

import java.util.Optional;

/**
 * An event as it stands in the database, whatever was done to it.
 *
 * @param entry empty when what stands there can be no entry
 * @param dispute the id of the dispute to whose history it is said to belong; empty: none
 * @param taken there when it says that text was taken out of it
 */
public record StoredEvent(
    long sequence,
    Optional<JournalEntry> entry,
    String hash,
    String dispute,
    Optional<Taken> taken) {

  /**
   * That text was taken out of an event.
   *
   * @param customer the id of the customer who was erased
   * @param remainsHash over what was left, see {@link HashChain}
   */
  public record Taken(String customer, String remainsHash) {}
}
