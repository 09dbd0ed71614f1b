package dev.redress.journal;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change of something.
 *
 * @param action what was done, such as {@code dispute.opened}, at most 60 characters
 * @param resource what changed, by resource name
 * @param reason why, in the actor's words, at most 2,000 characters
 * @param details the facts of the change: ids, amounts, states before and after
 */
public record JournalEntry(
    ProviderName provider,
    Instant time,
    Actor actor,
    String action,
    String resource,
    String reason,
    Map<String, String> details) {

  public JournalEntry {
    details = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }
}
