package dev.redress.resolution;

import dev.redress.absence.AbsenceStore;
import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackLifecycle.Transition;
import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.CallbackStore;
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
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.promise.Promise;
import dev.redress.promise.PromiseService;
import dev.redress.resolution.CallbackSuccession.Succession;
import dev.redress.servicelevel.ServiceLevels;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The use case of a call that was made or tried: what follows for all that it was about. */
public final class AttemptService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final CallbackSuccession succession;
  private final PromiseService promises;
  private final Calendars calendars;
  private final ServiceLevels levels;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public AttemptService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      DisputeStore disputes,
      CallbackStore callbacks,
      AbsenceStore absences,
      PromiseService promises,
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
    this.succession = new CallbackSuccession(disputes, callbacks, absences, journal);
    this.promises = promises;
    this.calendars = calendars;
    this.levels = levels;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Logs how a call went. Each callback that it served gets the attempt and its own successor, and
   * what was promised is stored: all of it in one transaction, or nothing.
   *
   * @param expectedVersion of the callback that the call was made for; absent: whatever it is
   * @throws RedressException {@code FIELD_INVALID}, {@code CUSTOMER_MISMATCH}, {@code
   *     CALLBACK_NOT_FOUND}, {@code STALE_VERSION}, {@code CALLBACK_NOT_LIVE}, {@code
   *     CALLBACK_CLAIMED}
   */
  public Logged log(AttemptReport report, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Callback callback = require(report.callback());
          Call first = call(callback);
          Rules rules = first.rules();
          FollowUpCheck.check(report.outcome(), report.next(), now, rules.policy().calendar());
          PromiseCheck.check(report.outcome(), report.promises(), now);
          List<Call> served = served(first, report.also());
          if (expectedVersion != null && callback.version() != expectedVersion) {
            throw Refusals.stale(callback.name().toString());
          }
          Attempt attempt = new Attempt(report.outcome(), now, actor, report.note());
          // All is decided before anything is stored.
          List<Succession> followed =
              served.stream().map(each -> follow(each, attempt, report)).toList();
          save(followed, attempt);
          List<Promise> promised =
              report.promises().stream()
                  .map(each -> promises.make(callback, each, now, actor))
                  .toList();
          return new Logged(followed.stream().map(Succession::followed).toList(), promised);
        });
  }

  private Call call(Callback callback) {
    Dispute dispute = disputes.find(callback.dispute()).orElseThrow();
    Customer customer = customers.find(callback.customer()).orElseThrow();
    ProviderSettings settings = providers.find(callback.name().provider()).orElseThrow().settings();
    return new Call(
        callback,
        dispute,
        new Rules(
            CallbackPolicy.of(
                settings,
                levels.of(customer, dispute.priority()),
                calendars.of(settings, customer)),
            customer.accountManager().isEmpty()
                ? settings.defaultOwner()
                : customer.accountManager(),
            settings.defaultOwner()));
  }

  /** The callback and the others that the call served, in the order in which they were named. */
  private List<Call> served(Call first, List<CallbackName> also) {
    Callback callback = first.callback();
    List<Call> served = new ArrayList<>(List.of(first));
    for (int i = 0; i < also.size(); i++) {
      CallbackName name = also.get(i);
      if (served.stream().anyMatch(each -> each.callback().name().equals(name))) {
        throw RedressException.ofField(
            "also_callbacks[" + i + "]", "callback " + name.callback() + " is in the call twice");
      }
      // Another provider's callbacks are not even looked for.
      if (!name.provider().equals(callback.name().provider())) {
        throw mismatch(callback, name);
      }
      Callback other = require(name);
      if (!other.customer().equals(callback.customer())) {
        throw mismatch(callback, name);
      }
      served.add(call(other));
    }
    return served;
  }

  private Succession follow(Call call, Attempt attempt, AttemptReport report) {
    Callback callback = call.callback();
    Rules rules = call.rules();
    Transition transition =
        CallbackLifecycle.log(
            callback,
            attempt,
            new CallbackName(callback.name().provider(), ids.next()),
            report.next(),
            rules.accountManager(),
            rules.policy());
    return switch (transition) {
      case Transition.Followed(Callback ended, Callback successor) ->
          succession.routed(call.dispute(), ended, successor, rules.defaultOwner());
      case Transition.Refused(ErrorReason reason) ->
          throw Refusals.callback(reason, callback, attempt.time());
    };
  }

  /** In the order of names, so that two calls about the same callbacks do not block each other. */
  private void save(List<Succession> followed, Attempt attempt) {
    Callback first = followed.getFirst().followed().callback();
    followed.stream()
        .sorted(Comparator.comparing(each -> each.followed().callback().name().callback()))
        .forEach(each -> succession.save(each, attempted(each.followed(), first, attempt)));
  }

  private static JournalEntry attempted(Followed followed, Callback first, Attempt attempt) {
    Callback ended = followed.callback();
    Callback successor = followed.successor();
    Map<String, String> facts = new TreeMap<>();
    facts.put("dispute", ended.dispute().toString());
    facts.put("outcome", attempt.outcome().name());
    facts.put("successor", successor.name().toString());
    facts.put("successorOwner", successor.owner());
    facts.put("successorState", successor.state().name());
    facts.put("successorDueTime", successor.dueTime().toString());
    if (!ended.name().equals(first.name())) {
      facts.put("servedWith", first.name().toString());
    }
    return new JournalEntry(
        ended.name().provider(),
        attempt.time(),
        attempt.actor(),
        "callback.attempted",
        ended.name().toString(),
        attempt.note(),
        facts);
  }

  private Callback require(CallbackName name) {
    return callbacks.find(name).orElseThrow(() -> Refusals.noCallback(name));
  }

  private static RedressException mismatch(Callback callback, CallbackName other) {
    return new RedressException(
        ErrorReason.CUSTOMER_MISMATCH,
        "callback "
            + other.callback()
            + " is not one of "
            + callback.customer()
            + "; log it with a call to its own customer",
        Map.of("callback", other.toString(), "customer", callback.customer().toString()));
  }

  /** One of the callbacks that a call serves. */
  private record Call(Callback callback, Dispute dispute, Rules rules) {}

  /** What counts for the customer who was called. */
  private record Rules(CallbackPolicy policy, String accountManager, String defaultOwner) {}

  /**
   * What followed from a call.
   *
   * @param followed the callback that the call was made for first, then those that it also served
   */
  public record Logged(List<Followed> followed, List<Promise> promises) {
    public Logged {
      followed = List.copyOf(followed);
      promises = List.copyOf(promises);
    }
  }
}
