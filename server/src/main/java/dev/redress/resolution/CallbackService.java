package dev.redress.resolution;

import dev.redress.absence.AbsenceStore;
import dev.redress.absence.Routing;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackClaim;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackLifecycle.Claiming;
import dev.redress.callback.CallbackLifecycle.Transition;
import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.CallbackStore.CallbackFilter;
import dev.redress.callback.Rescheduling;
import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.ProviderSettings;
import dev.redress.customer.ProviderStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.resolution.CallbackSuccession.Succession;
import dev.redress.servicelevel.ServiceLevels;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The use cases of calls that must be made. */
public final class CallbackService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final AbsenceStore absences;
  private final CallbackSuccession succession;
  private final Calendars calendars;
  private final ServiceLevels levels;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public CallbackService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      DisputeStore disputes,
      CallbackStore callbacks,
      AbsenceStore absences,
      Calendars calendars,
      ServiceLevels levels,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.absences = absences;
    this.succession = new CallbackSuccession(disputes, callbacks, absences, journal);
    this.calendars = calendars;
    this.levels = levels;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** The callback, or {@code CALLBACK_NOT_FOUND}. */
  public Callback get(CallbackName name) {
    return transactions.run(() -> require(name));
  }

  /** Callbacks by id, see {@link CallbackStore#list}. */
  public List<Callback> list(
      ProviderName provider, CallbackFilter filter, String afterId, int countMax) {
    return transactions.run(() -> callbacks.list(provider, filter, afterId, countMax));
  }

  /**
   * Live callbacks that are due, most overdue first, see {@link CallbackStore#listDue}.
   *
   * @param owner whose, and those of people for whom the owner stands in now; empty: of all
   */
  public List<Callback> listDue(
      ProviderName provider,
      Instant until,
      String owner,
      Instant after,
      String afterId,
      int countMax) {
    Instant now = clock.instant();
    return transactions.run(
        () ->
            callbacks.listDue(
                provider, until, owners(provider, owner, now), after, afterId, countMax));
  }

  /**
   * The other live callbacks of the customers of these, so that one call can serve them all.
   *
   * @return for each customer its live callbacks, those due first at the front, by customer; also
   *     those that were asked about
   */
  public Map<CustomerName, List<CallbackName>> live(Collection<CustomerName> asked) {
    return transactions.run(() -> callbacks.live(asked));
  }

  /**
   * Claims a call for the one who asks, or renews his claim, so that nobody else makes it
   * meanwhile.
   *
   * @param lease how long the claim counts from now on, see {@link CallbackClaim#checkedLease}
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code FIELD_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code
   *     STALE_VERSION}, {@code CALLBACK_NOT_LIVE}, {@code CALLBACK_CLAIMED}
   */
  public Callback claim(
      CallbackName name, Duration lease, @Nullable Long expectedVersion, Actor actor) {
    CallbackClaim.checkedLease(lease);
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Callback callback = require(name, expectedVersion);
          return settle(callback, CallbackLifecycle.claim(callback, actor, now, lease), now, actor);
        });
  }

  /**
   * Gives up a claim, so that others can make the call; nothing happens when there is none.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException as {@link #claim}
   */
  public Callback release(CallbackName name, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Callback callback = require(name, expectedVersion);
          return settle(callback, CallbackLifecycle.release(callback, actor, now), now, actor);
        });
  }

  private Callback settle(Callback before, Claiming claiming, Instant now, Actor actor) {
    return switch (claiming) {
      case Claiming.Unchanged(Callback callback) -> callback;
      case Claiming.Refused(ErrorReason reason) -> throw Refusals.callback(reason, before, now);
      case Claiming.Changed(Callback after) -> {
        callbacks.update(after);
        Map<String, String> facts = new HashMap<>();
        facts.put("dispute", after.dispute().toString());
        after.claimAt(now).ifPresent(c -> facts.put("expireTime", c.expireTime().toString()));
        String action = after.claim() == null ? "callback.released" : "callback.claimed";
        journal.append(
            new JournalEntry(
                after.name().provider(), now, actor, action, after.name().toString(), "", facts));
        yield after;
      }
    };
  }

  /**
   * Moves a call by the provider's own wish; a successor takes its place in the same transaction.
   *
   * @param dueTime in the future, within the customer's business hours and at most {@link
   *     CallbackPolicy#RESCHEDULE_DAYS_MAX} working days from now
   * @param reason 1 to 2,000 characters
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code FIELD_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code
   *     STALE_VERSION}, {@code CALLBACK_NOT_LIVE}, {@code CALLBACK_CLAIMED}, {@code
   *     CALLBACK_RESCHEDULED_TOO_OFTEN}
   */
  public Followed reschedule(
      CallbackName name,
      Instant dueTime,
      String reason,
      @Nullable Long expectedVersion,
      Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Callback callback = require(name);
          Customer customer = customers.find(callback.customer()).orElseThrow();
          ProviderSettings settings = providers.find(name.provider()).orElseThrow().settings();
          Dispute dispute = disputes.find(callback.dispute()).orElseThrow();
          FollowUpCheck.checkRescheduled(
              dueTime,
              now,
              CallbackPolicy.of(
                  settings,
                  levels.of(customer, dispute.priority()),
                  calendars.of(settings, customer)));
          requireVersion(callback, expectedVersion);
          Transition transition =
              CallbackLifecycle.reschedule(
                  callback,
                  new Rescheduling(actor, now, reason),
                  new CallbackName(name.provider(), ids.next()),
                  dueTime);
          return switch (transition) {
            case Transition.Followed(Callback ended, Callback successor) -> {
              Succession followed =
                  succession.routed(dispute, ended, successor, settings.defaultOwner());
              succession.save(followed, rescheduled(followed.followed(), now, reason, actor));
              yield followed.followed();
            }
            case Transition.Refused(ErrorReason refusal) ->
                throw Refusals.callback(refusal, callback, now);
          };
        });
  }

  private static JournalEntry rescheduled(
      Followed followed, Instant now, String reason, Actor actor) {
    Callback ended = followed.callback();
    Callback successor = followed.successor();
    return new JournalEntry(
        ended.name().provider(),
        now,
        actor,
        "callback.rescheduled",
        ended.name().toString(),
        reason,
        Map.of(
            "dispute", ended.dispute().toString(),
            "dueTime", ended.dueTime().toString(),
            "successor", successor.name().toString(),
            "successorDueTime", successor.dueTime().toString(),
            "reschedules", Integer.toString(successor.reschedulesBefore())));
  }

  private Callback require(CallbackName name, @Nullable Long expectedVersion) {
    Callback callback = require(name);
    requireVersion(callback, expectedVersion);
    return callback;
  }

  private static void requireVersion(Callback callback, @Nullable Long expected) {
    if (expected != null && callback.version() != expected) {
      throw Refusals.stale(callback.name().toString());
    }
  }

  private Callback require(CallbackName name) {
    return callbacks.find(name).orElseThrow(() -> Refusals.noCallback(name));
  }

  private Set<String> owners(ProviderName provider, String owner, Instant now) {
    if (owner.isEmpty()) {
      return Set.of();
    }
    Routing routing = new Routing(absences.covering(provider, now, now));
    Set<String> owners = new TreeSet<>(routing.absentOnes(owner, now));
    owners.add(owner);
    return owners;
  }
}
