package dev.redress.agreement;

import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of agreements. They are never deleted: what was billed under one can be asked about
 * years later. One that is over has a last day.
 */
public final class AgreementService {
  /** Most agreements of a customer. */
  public static final int COUNT_MAX = 200;

  private final Transactions transactions;
  private final CustomerStore customers;
  private final AgreementStore agreements;
  private final FactsVersionStore factsVersions;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public AgreementService(
      Transactions transactions,
      CustomerStore customers,
      AgreementStore agreements,
      FactsVersionStore factsVersions,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.agreements = agreements;
    this.factsVersions = factsVersions;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Creates an agreement.
   *
   * @param wanted its times and version do not count
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS}, {@code
   *     AGREEMENT_OVERLAPS}, {@code TOO_LARGE} when the customer has {@link #COUNT_MAX}
   */
  public Agreement create(Agreement wanted, Actor actor) {
    return transactions.run(
        () -> {
          CustomerName customer = wanted.customer();
          var _ = customers.require(customer);
          // Locks the customer: whoever comes second sees what the first has stored.
          factsVersions.advance(List.of(customer));
          Instant now = clock.instant();
          Agreement agreement = wanted.stored(wanted.name(), now, now, 1);
          if (agreements.find(agreement.name()).isEmpty()) {
            requireRoom(customer);
            requireApart(agreement);
          }
          agreements.insert(agreement);
          record(actor, "agreement.created", agreement, facts(agreement));
          return agreement;
        });
  }

  /** The agreement, or {@code AGREEMENT_NOT_FOUND}. */
  public Agreement get(AgreementName name) {
    return transactions.run(() -> require(name));
  }

  /** Agreements by id, see {@link AgreementStore#list}; or {@code CUSTOMER_NOT_FOUND}. */
  public List<Agreement> list(CustomerName customer, String afterId, int countMax) {
    return transactions.run(
        () -> {
          var _ = customers.require(customer);
          return agreements.list(customer, afterId, countMax);
        });
  }

  /**
   * Changes an agreement; to end it is to give it a last day. A change that leaves all as it was is
   * no change: the version stays and nothing is recorded.
   *
   * @param expectedVersion absent: whatever it is
   * @param change gives the agreement with its new terms; name, times and version do not count
   * @throws RedressException {@code AGREEMENT_NOT_FOUND}, {@code AGREEMENT_OVERLAPS}, {@code
   *     STALE_VERSION}
   */
  public Agreement update(
      AgreementName name,
      @Nullable Long expectedVersion,
      UnaryOperator<Agreement> change,
      Actor actor) {
    return transactions.run(
        () -> {
          Agreement before = require(name);
          if (expectedVersion != null && before.version() != expectedVersion) {
            throw stale(name);
          }
          Agreement after =
              change
                  .apply(before)
                  .stored(name, before.createTime(), clock.instant(), before.version() + 1);
          if (after.contentHash().equals(before.contentHash())) {
            return before;
          }
          factsVersions.advance(List.of(name.customer()));
          requireApart(after);
          agreements.update(after);
          Map<String, String> changed = facts(after);
          changed.entrySet().removeAll(facts(before).entrySet());
          record(actor, "agreement.updated", after, changed);
          return after;
        });
  }

  private void requireRoom(CustomerName customer) {
    if (agreements.count(customer) >= COUNT_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the customer has "
              + COUNT_MAX
              + " agreements and may not have more; change one that is there",
          Map.of("customer", customer.toString()));
    }
  }

  private void requireApart(Agreement agreement) {
    agreements
        .overlapping(agreement)
        .ifPresent(
            other -> {
              throw new RedressException(
                  ErrorReason.AGREEMENT_OVERLAPS,
                  "the agreement "
                      + other.name().agreement()
                      + " is in force "
                      + other.days()
                      + ", and "
                      + agreement.name().agreement()
                      + " would be "
                      + agreement.days()
                      + "; end the one before the other begins",
                  Map.of("agreement", other.name().toString()));
            });
  }

  private void record(
      Actor actor, String action, Agreement agreement, Map<String, String> details) {
    journal.append(
        new JournalEntry(
            agreement.name().provider(),
            agreement.updateTime(),
            actor,
            action,
            agreement.name().toString(),
            "",
            details));
  }

  /** What can change, by name, as the journal shows it; the rate card by its size and the hash. */
  private static Map<String, String> facts(Agreement agreement) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("startDate", agreement.validFrom().toString());
    facts.put("endDate", said(agreement.validUntil()));
    facts.put("currency", agreement.currency().getCurrencyCode());
    facts.put("rateRules", Integer.toString(agreement.rates().rules().size()));
    IncludedHours included = agreement.included();
    facts.put(
        "includedHours", included == null ? "" : included.hours() + " a " + included.period());
    facts.put("carryOverHours", included == null ? "" : included.carryOverMax().toString());
    facts.put("overrunRate", included == null ? "" : said(included.overrunRate()));
    Rounding rounding = agreement.rounding();
    facts.put(
        "rounding",
        rounding.incrementMinutes()
            + " min, at least "
            + rounding.minimumMinutes()
            + " min, per "
            + rounding.per());
    facts.put("contentHash", agreement.contentHash());
    return facts;
  }

  private static String said(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private Agreement require(AgreementName name) {
    return agreements
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.AGREEMENT_NOT_FOUND,
                    "there is no agreement " + name,
                    Map.of("agreement", name.toString())));
  }

  private static RedressException stale(AgreementName name) {
    return new RedressException(
        ErrorReason.STALE_VERSION,
        name + " has changed since it was read; read it again and decide anew",
        Map.of("resource", name.toString()));
  }
}
