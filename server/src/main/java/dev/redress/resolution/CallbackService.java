package dev.redress.resolution;

import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackLifecycle.Transition;
import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.CallbackStore.CallbackFilter;
import dev.redress.callback.FollowUp;
import dev.redress.callback.Outcome;
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
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The use cases of calls that must be made. */
public final class CallbackService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final Calendars calendars;
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
      Calendars calendars,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.calendars = calendars;
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

  /** Live callbacks that are due, most overdue first, see {@link CallbackStore#listDue}. */
  public List<Callback> listDue(
      ProviderName provider,
      Instant until,
      String owner,
      Instant after,
      String afterId,
      int countMax) {
    return transactions.run(
        () -> callbacks.listDue(provider, until, owner, after, afterId, countMax));
  }

  /**
   * Logs how a call went; its successor takes its place in the same transaction.
   *
   * @param next what was said about the next call; see {@link FollowUpCheck}
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code FIELD_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code
   *     STALE_VERSION}, {@code CALLBACK_NOT_LIVE}
   */
  public Followed log(
      CallbackName name,
      Outcome outcome,
      String note,
      FollowUp next,
      @Nullable Long expectedVersion,
      Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Callback callback = require(name);
          Customer customer = customers.find(callback.customer()).orElseThrow();
          ProviderSettings settings =
              providers.find(callback.name().provider()).orElseThrow().settings();
          CallbackPolicy policy = CallbackPolicy.of(settings, calendars.of(settings, customer));
          FollowUpCheck.check(outcome, next, now, policy.calendar());
          if (expectedVersion != null && callback.version() != expectedVersion) {
            throw Refusals.stale(name.toString());
          }
          Transition transition =
              CallbackLifecycle.log(
                  callback,
                  new Attempt(outcome, now, actor, note),
                  new CallbackName(name.provider(), ids.next()),
                  next,
                  customer.accountManager().isEmpty()
                      ? settings.defaultOwner()
                      : customer.accountManager(),
                  policy);
          return switch (transition) {
            case Transition.Followed(Callback ended, Callback successor) ->
                save(ended, successor, outcome, note, actor);
            case Transition.Refused(ErrorReason reason) -> throw refused(reason, callback);
          };
        });
  }

  private Followed save(
      Callback ended, Callback successor, Outcome outcome, String note, Actor actor) {
    callbacks.update(ended);
    callbacks.insert(successor);
    Dispute dispute = disputes.find(ended.dispute()).orElseThrow();
    disputes.update(
        dispute.withCallback(successor.name(), outcome == Outcome.REACHED, successor.createTime()));
    journal.append(
        new JournalEntry(
            ended.name().provider(),
            successor.createTime(),
            actor,
            "callback.attempted",
            ended.name().toString(),
            note,
            Map.of(
                "dispute", ended.dispute().toString(),
                "outcome", outcome.name(),
                "successor", successor.name().toString(),
                "successorOwner", successor.owner(),
                "successorState", successor.state().name(),
                "successorDueTime", successor.dueTime().toString())));
    return new Followed(ended, successor);
  }

  private static RedressException refused(ErrorReason reason, Callback callback) {
    return new RedressException(
        reason,
        "callback "
            + callback.name().callback()
            + " is "
            + callback.state()
            + "; see the dispute for the call that counts now",
        Map.of(
            "callback", callback.name().toString(),
            "state", callback.state().name(),
            "dispute", callback.dispute().toString()));
  }

  private Callback require(CallbackName name) {
    return callbacks
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.CALLBACK_NOT_FOUND, "there is no callback " + name));
  }

  /** A call that was tried, and the one that took its place. */
  public record Followed(Callback callback, Callback successor) {}
}
