package dev.redress.escalation;

import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.escalation.EscalationStore.EscalationFilter;
import dev.redress.identity.Actor;
import dev.redress.identity.EscalationName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The use cases of those who are told, and of those who decide who is. */
public final class EscalationService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final EscalationPolicyStore policies;
  private final EscalationStore escalations;
  private final WatchStore watches;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public EscalationService(
      Transactions transactions,
      ProviderStore providers,
      EscalationPolicyStore policies,
      EscalationStore escalations,
      WatchStore watches,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.policies = policies;
    this.escalations = escalations;
    this.watches = watches;
    this.journal = journal;
    this.clock = clock;
  }

  /** The escalation, or {@code ESCALATION_NOT_FOUND}. */
  public Escalation get(EscalationName name) {
    return transactions.run(() -> require(name));
  }

  /** Escalations by id, see {@link EscalationStore#list}. */
  public List<Escalation> list(
      ProviderName provider, EscalationFilter filter, String afterId, int countMax) {
    return transactions.run(() -> escalations.list(provider, filter, afterId, countMax));
  }

  /**
   * Takes somebody's word that he sees to a duty. It escalates no further until its due time
   * passes, or at all when that has passed.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code ESCALATION_NOT_FOUND}, {@code STALE_VERSION}, {@code
   *     ESCALATION_NOT_OPEN}
   */
  public Escalation acknowledge(
      EscalationName name, @Nullable Long expectedVersion, String note, Actor actor) {
    return transactions.run(
        () -> {
          Escalation before = require(name);
          if (expectedVersion != null && before.version() != expectedVersion) {
            throw stale(name);
          }
          if (before.state() != EscalationState.OPEN) {
            throw notOpen(before);
          }
          Instant now = clock.instant();
          // Moved first, as by one who fires: of the two, the second one looks again.
          lookAnew(before, now);
          Escalation after = before.acknowledged(new Acknowledgement(actor, now, note));
          escalations.acknowledge(after);
          journal.append(
              new JournalEntry(
                  name.provider(),
                  now,
                  actor,
                  "escalation.acknowledged",
                  name.toString(),
                  note,
                  Map.of(
                      "subject", after.subject().key().resource(),
                      "subjectKind", after.subject().key().kind().name(),
                      "dispute", Objects.toString(after.subject().dispute(), ""),
                      "customer", after.subject().customer().toString(),
                      "level", Integer.toString(after.level()),
                      "person", after.person())));
          return after;
        });
  }

  /** The policy that counts for a provider, or {@code PROVIDER_NOT_FOUND}. */
  public EscalationPolicy policy(ProviderName provider) {
    return transactions.run(() -> requirePolicy(provider));
  }

  /**
   * Changes a provider's policy; all its live duties are looked at anew. Levels that have fired
   * stay fired. A change that leaves all as it was is no change.
   *
   * @param expectedVersion absent: whatever it is
   * @param change gives the policy with its new values; name, time and version do not count
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code STALE_VERSION}
   */
  public EscalationPolicy updatePolicy(
      ProviderName provider,
      @Nullable Long expectedVersion,
      UnaryOperator<EscalationPolicy> change,
      Actor actor) {
    return transactions.run(
        () -> {
          EscalationPolicy before = requirePolicy(provider);
          if (expectedVersion != null && before.version() != expectedVersion) {
            throw stale(before.name());
          }
          Instant now = clock.instant();
          EscalationPolicy after = before.changedTo(change.apply(before), now);
          Map<String, String> changed = facts(after);
          changed.entrySet().removeAll(facts(before).entrySet());
          if (changed.isEmpty()) {
            return before;
          }
          policies.put(after);
          watches.recheck(provider, now);
          journal.append(
              new JournalEntry(
                  provider,
                  now,
                  actor,
                  "escalation_policy.updated",
                  after.name().toString(),
                  "",
                  changed));
          return after;
        });
  }

  private void lookAnew(Escalation escalation, Instant now) {
    watches
        .find(escalation.subject().key())
        .ifPresent(
            watch -> {
              if (!watches.move(watch, watch.look().moved(now))) {
                throw stale(escalation.name());
              }
            });
  }

  private EscalationPolicy requirePolicy(ProviderName provider) {
    if (providers.find(provider).isEmpty()) {
      throw new RedressException(
          ErrorReason.PROVIDER_NOT_FOUND,
          "there is no provider " + provider,
          Map.of("provider", provider.toString()));
    }
    return policies.find(provider).orElseGet(() -> EscalationPolicy.standard(provider));
  }

  private Escalation require(EscalationName name) {
    return escalations
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.ESCALATION_NOT_FOUND, "there is no escalation " + name));
  }

  /** What can change of a policy, by name, as the journal shows it. */
  private static Map<String, String> facts(EscalationPolicy policy) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("ownerPercent", Integer.toString(policy.ownerPercent()));
    facts.put("leadPercent", Integer.toString(policy.leadPercent()));
    facts.put("accountManagerPercent", Integer.toString(policy.accountManagerPercent()));
    facts.put("repeatGap", policy.repeatGap().toString());
    facts.put("lead", policy.lead());
    facts.put("superior", policy.superior());
    return facts;
  }

  private static RedressException notOpen(Escalation escalation) {
    Acknowledgement word = escalation.acknowledgement();
    String why =
        escalation.state() == EscalationState.CLOSED || word == null
            ? "what it is about has ended"
            : word.actor().name() + " has acknowledged it at " + word.time();
    return new RedressException(
        ErrorReason.ESCALATION_NOT_OPEN,
        "escalation " + escalation.name().escalation() + " needs nobody's word: " + why,
        Map.of(
            "escalation", escalation.name().toString(),
            "state", escalation.state().name(),
            "subject", escalation.subject().key().resource()));
  }

  private static RedressException stale(Object name) {
    return new RedressException(
        ErrorReason.STALE_VERSION,
        name + " has changed since it was read; read it again and decide anew",
        Map.of("resource", name.toString()));
  }
}
