package dev.redress.journal;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.NameScope;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** The detail that names the dispute of whatever is not a dispute itself. */
  private static final String DISPUTE = "dispute";

  /** The detail that names the customer of whatever is not named below it. */
  private static final String CUSTOMER = "customer";

  public JournalEntry {
    details = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /**
   * The dispute to whose history the entry belongs: the one that changed, else the one that the
   * details name. Empty when there is none, or it is no dispute of this provider.
   */
  public Optional<DisputeName> dispute() {
    return Stream.of(resource, details.getOrDefault(DISPUTE, ""))
        .flatMap(name -> dispute(name).stream())
        .findFirst();
  }

  /**
   * The customer whom the entry is about: the one that changed or had something below it changed,
   * else the one that the details name. Of what belongs to a dispute only the dispute may be known.
   */
  public Optional<CustomerName> customer() {
    return Stream.of(resource, details.getOrDefault(CUSTOMER, ""))
        .flatMap(name -> NameScope.of(name).stream())
        .filter(scope -> scope.provider().equals(provider))
        .flatMap(scope -> scope.customer().stream())
        .findFirst();
  }

  private Optional<DisputeName> dispute(String name) {
    if (!name.startsWith(provider + "/disputes/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(DisputeName.parse(name));
    } catch (InvalidNameException _) {
      // Of whatever lies below a dispute, the details say which.
      return Optional.empty();
    }
  }
}
