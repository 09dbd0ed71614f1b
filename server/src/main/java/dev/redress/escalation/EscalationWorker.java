package dev.redress.escalation;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackStore;
import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.error.RedressException;
import dev.redress.escalation.Escalation.Subject;
import dev.redress.escalation.EscalationLifecycle.Fired;
import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.escalation.EscalationLifecycle.Step;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.EscalationName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at callbacks when their time has come, and tells who is to be told. Any number of workers
 * on any number of servers share the watches. To fire is nothing but to write, so the claim (the
 * watch moved on, if nobody else moved it) and all that follows are one transaction: a worker that
 * dies leaves nothing behind, and no claim needs a lease.
 */
public final class EscalationWorker {
  /** Most callbacks that a sweep begins to watch, and most that it looks at. */
  public static final int SWEEP_MAX = 200;

  private static final Logger LOG = LoggerFactory.getLogger(EscalationWorker.class);

  /** How long a callback that could not be looked at makes way for others. */
  private static final Duration SETBACK = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final CallbackStore callbacks;
  private final Calendars calendars;
  private final EscalationPolicyStore policies;
  private final EscalationStore escalations;
  private final WatchStore watches;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;
  private final AtomicLong firedCount = new AtomicLong();
  private volatile @Nullable Instant earliest;

  /** Over the stores that it needs. */
  public EscalationWorker(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      CallbackStore callbacks,
      Calendars calendars,
      EscalationPolicyStore policies,
      EscalationStore escalations,
      WatchStore watches,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.callbacks = callbacks;
    this.calendars = calendars;
    this.policies = policies;
    this.escalations = escalations;
    this.watches = watches;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins to watch live callbacks that nobody watches, and looks at those whose time has come, in
   * the order of their times; at most {@link #SWEEP_MAX} each.
   *
   * @return whether there is more to do now
   */
  public boolean sweep() {
    List<CallbackName> unwatched =
        new ArrayList<>(transactions.run(() -> watches.unwatched(SWEEP_MAX)));
    // So that workers who sweep at the same time seldom begin with the same one.
    Collections.shuffle(unwatched);
    int failures = 0;
    for (CallbackName callback : unwatched) {
      failures += done(callback, () -> begin(callback)) ? 0 : 1;
    }
    List<Watch> due = transactions.run(() -> watches.due(clock.instant(), SWEEP_MAX));
    for (Watch watch : due) {
      failures += done(watch.callback(), () -> lookOrSetBack(watch)) ? 0 : 1;
    }
    earliest = transactions.run(watches::earliest).orElse(null);
    return failures == 0 && (unwatched.size() == SWEEP_MAX || due.size() == SWEEP_MAX);
  }

  /** How long the earliest callback whose time has come has been waiting; nothing if none waits. */
  public Duration lag() {
    Instant first = earliest;
    Instant now = clock.instant();
    return first == null || first.isAfter(now) ? Duration.ZERO : Duration.between(first, now);
  }

  /** How many escalations this worker has fired. */
  public long firedCount() {
    return firedCount.get();
  }

  private void begin(CallbackName name) {
    transactions.run(
        () -> {
          Optional<Callback> found = callbacks.find(name);
          if (found.isPresent() && found.get().state().isLive() && watches.find(name).isEmpty()) {
            Callback callback = found.get();
            Fired fired = escalations.fired(name);
            // Its own time even where that has passed: sweeps go in the order of times.
            Look first =
                EscalationLifecycle.next(callback, rules(callback), fired)
                    .map(step -> Look.at(step.time()))
                    .orElseGet(() -> Look.at(clock.instant()));
            watches.insert(name, first);
          }
        });
  }

  private void lookOrSetBack(Watch watch) {
    try {
      if (transactions.run(() -> look(watch))) {
        firedCount.incrementAndGet();
      }
    } catch (RedressException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} cannot be looked at; again in {}", watch.callback(), SETBACK, e);
      transactions.run(
          () -> watches.move(watch, watch.look().moved(clock.instant().plus(SETBACK))));
    }
  }

  /** Tells whether a level fired. */
  private boolean look(Watch watch) {
    Optional<Callback> found = callbacks.find(watch.callback());
    if (found.isEmpty() || !found.get().state().isLive()) {
      watches.delete(watch);
      return false;
    }
    Callback callback = found.get();
    EscalationRules rules = rules(callback);
    Fired before = escalations.fired(callback.name());
    Instant now = clock.instant();
    Optional<Step> due = EscalationLifecycle.due(callback, rules, before, now);
    Fired after = due.map(before::with).orElse(before);
    boolean moved = watches.move(watch, EscalationLifecycle.look(callback, rules, after, now));
    if (!moved || due.isEmpty()) {
      return false;
    }
    // From here on nobody can log a call until this is stored, or nothing is stored.
    escalations.hold(callback);
    fire(callback, rules, before, due.get(), now);
    return true;
  }

  private void fire(
      Callback callback, EscalationRules rules, Fired before, Step step, Instant now) {
    ProviderName provider = callback.name().provider();
    EscalationRole role = EscalationRole.of(step.level());
    Escalation escalation =
        new Escalation(
            new EscalationName(provider, ids.next()),
            Subject.of(callback),
            step.level(),
            role,
            rules.person(role, callback),
            step.time(),
            now,
            null,
            1);
    escalations.insert(escalation);
    journal.append(
        new JournalEntry(
            provider,
            now,
            Actor.REDRESS,
            "escalation.fired",
            escalation.name().toString(),
            "",
            Map.of(
                "callback", callback.name().toString(),
                "dispute", callback.dispute().toString(),
                "customer", callback.customer().toString(),
                "dueTime", callback.dueTime().toString(),
                "level", Integer.toString(step.level()),
                "levelTime", step.time().toString(),
                "levelsPassedOver", Integer.toString(step.level() - before.level() - 1),
                "role", role.name(),
                "person", escalation.person())));
  }

  private EscalationRules rules(Callback callback) {
    ProviderName name = callback.name().provider();
    Provider provider = providers.find(name).orElseThrow();
    Customer customer = customers.find(callback.customer()).orElseThrow();
    EscalationPolicy policy = policies.find(name).orElseGet(() -> EscalationPolicy.standard(name));
    return EscalationRules.of(
        policy, provider.settings(), customer, calendars.of(provider.settings(), customer));
  }

  /** One callback that cannot be dealt with now does not hold up the others. */
  private static boolean done(CallbackName callback, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      // Somebody was in the way, or the database was: the next sweep finds it again.
      LOG.warn("{} is left for the next sweep: {}", callback, e.toString());
      return false;
    }
  }
}
