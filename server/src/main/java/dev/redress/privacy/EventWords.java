package dev.redress.privacy;

import dev.redress.identity.Actor;
import dev.redress.journal.JournalEntry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells words from facts in an event of the journal.
 *
 * <p>Facts are listed by the keys of the details, and whatever is not in the list counts as words:
 * a detail that somebody adds and forgets here is erased rather than kept.
 */
public final class EventWords {
  /** Ids, amounts, quantities, dates, states, terms, and people of the provider. */
  private static final Set<String> FACTS =
      Stream.of(
              """
              accountManager amount annualValue approvedAmount businessWeek callback
              callbackOwnerBefore carryOverHours channel closeTime code count creditedAmount
              creditedTotal currency customer disabled dispute disputedAmount dueTime endDate
              expireTime first holidayRegion hours import includedHours invoice invoiceDate kind
              last level levelTime levelsPassedOver line lines linesAdded meantPerson mediaType
              method noticeChannel noticeTime openTime outcome overrunRate owner ownerAfter
              ownerBefore person priority proposer raisedBy rateRules receiver request reschedules
              respondByTime reversed revokeTime role rounding sender servedWith sizeBytes
              startDate state stateAfter stateBefore subject subjectKind successor
              successorDueTime successorOwner successorState tier timeZone type via withdrawTime
              """
                  .split("\\s+", -1))
          .filter(key -> !key.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private EventWords() {}

  /**
   * An event without its words.
   *
   * @param people names that are of the customer's people
   */
  public static JournalEntry without(JournalEntry entry, Set<String> people) {
    Map<String, String> left = new TreeMap<>();
    entry.details().forEach((key, value) -> left.put(key, isFact(key) ? value : erased(value)));
    return new JournalEntry(
        entry.provider(),
        entry.time(),
        people.contains(entry.actor().name()) ? new Actor(PersonalData.ERASED) : entry.actor(),
        entry.action(),
        entry.resource(),
        erased(entry.reason()),
        left);
  }

  /** A key such as {@code hours[NAME]} is of a fact when {@code hours} is. */
  private static boolean isFact(String key) {
    int bracket = key.indexOf('[');
    return FACTS.contains(bracket < 0 ? key : key.substring(0, bracket));
  }

  private static String erased(String words) {
    return words.isEmpty() ? "" : PersonalData.ERASED;
  }
}
