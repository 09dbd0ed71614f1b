package dev.redress.escalation;

import dev.redress.absence.AbsenceStore;
import dev.redress.absence.Routing;
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
import dev.redress.identity.EscalationName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.servicelevel.ServiceLevels;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at duties when their time has come, and tells who is to be told. Any number of workers on
 * any number of servers share the watches. To fire is nothing but to write, so the claim (the watch
 * moved on, if nobody else moved it) and all that follows are one transaction: a worker that dies
 * leaves nothing behind, and no claim needs a lease.
 */
public final class EscalationWorker {
  /** Most duties that a sweep looks at. */
  public static final int SWEEP_MAX = 200;

  /**
   * Most duties of a kind that a sweep begins to watch. It is no small part, because to find those
   * that nobody watches means to pass by all that somebody does.
   */
  public static final int BEGIN_MAX = 5_000;

  /** Most duties that are begun in one transaction: each commit waits for the disk. */
  private static final int BEGIN_TOGETHER_MAX = 50;

  private static final Logger LOG = LoggerFactory.getLogger(EscalationWorker.class);

  /** How long a duty that could not be looked at makes way for others. */
  private static final Duration SETBACK = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final DutyStore duties;
  private final AbsenceStore absences;
  private final Calendars calendars;
  private final ServiceLevels levels;
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
      DutyStore duties,
      AbsenceStore absences,
      Calendars calendars,
      ServiceLevels levels,
      EscalationPolicyStore policies,
      EscalationStore escalations,
      WatchStore watches,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.duties = duties;
    this.absences = absences;
    this.calendars = calendars;
    this.levels = levels;
    this.policies = policies;
    this.escalations = escalations;
    this.watches = watches;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins to watch live duties that nobody watches, and looks at those whose time has come, in the
   * order of their times; at most {@link #BEGIN_MAX} of a kind and {@link #SWEEP_MAX} in all.
   *
   * @return whether there is more to do now
   */
  public boolean sweep() {
    List<DutyKey> unwatched = new ArrayList<>(lookAcross(() -> duties.unwatched(BEGIN_MAX)));
    // So that workers who sweep at the same time seldom begin with the same one.
    Collections.shuffle(unwatched);
    int failures =
        unwatched.stream().collect(Collectors.groupingBy(DutyKey::provider)).values().stream()
            .mapToInt(this::beginAll)
            .sum();
    List<Watch> due = lookAcross(() -> watches.due(clock.instant(), SWEEP_MAX));
    for (Watch watch : due) {
      failures += done(watch.duty(), () -> lookOrSetBack(watch)) ? 0 : 1;
    }
    earliest = lookAcross(watches::earliest).orElse(null);
    return failures == 0 && (unwatched.size() >= BEGIN_MAX || due.size() == SWEEP_MAX);
  }

  /** How long the earliest duty whose time has come has been waiting; nothing if none waits. */
  public Duration lag() {
    Instant first = earliest;
    Instant now = clock.instant();
    return first == null || first.isAfter(now) ? Duration.ZERO : Duration.between(first, now);
  }

  /** How many escalations this worker has fired. */
  public long firedCount() {
    return firedCount.get();
  }

  /** Looks for what is due, whoever's it is. */
  private <T> T lookAcross(Supplier<T> look) {
    return ProviderScope.allProviders().call(() -> transactions.run(look));
  }

  /** Begins those of one provider; gives how many failed. */
  private int beginAll(List<DutyKey> ofOne) {
    int failures = 0;
    for (int i = 0; i < ofOne.size(); i += BEGIN_TOGETHER_MAX) {
      failures += begin(ofOne.subList(i, Math.min(i + BEGIN_TOGETHER_MAX, ofOne.size())));
    }
    return failures;
  }

  /** Begins some together, or each on its own where one is in the way; gives how many failed. */
  private int begin(List<DutyKey> some) {
    try {
      ProviderScope.of(some.getFirst().provider())
          .run(() -> transactions.run(() -> some.forEach(this::begin)));
      return 0;
    } catch (RuntimeException e) {
      LOG.debug("{} duties are begun one by one", some.size(), e);
      return (int) some.stream().filter(duty -> !done(duty, () -> begin(duty))).count();
    }
  }

  private void begin(DutyKey key) {
    transactions.run(
        () -> {
          Optional<Duty> found = duties.find(key);
          if (found.isPresent() && watches.find(key).isEmpty()) {
            Duty duty = found.get();
            Fired fired = escalations.fired(key);
            // Its own time even where that has passed: sweeps go in the order of times.
            Look first =
                EscalationLifecycle.next(duty, rules(duty), fired)
                    .map(step -> Look.at(step.time()))
                    .orElseGet(() -> Look.at(clock.instant()));
            watches.insert(key, first);
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
      LOG.error("{} cannot be looked at; again in {}", watch.duty(), SETBACK, e);
      transactions.run(
          () -> watches.move(watch, watch.look().moved(clock.instant().plus(SETBACK))));
    }
  }

  /** Tells whether a level fired. */
  private boolean look(Watch watch) {
    Optional<Duty> found = duties.find(watch.duty());
    if (found.isEmpty()) {
      watches.delete(watch);
      return false;
    }
    Duty duty = found.get();
    EscalationRules rules = rules(duty);
    Fired before = escalations.fired(duty.key());
    Instant now = clock.instant();
    Optional<Step> due = EscalationLifecycle.due(duty, rules, before, now);
    Fired after = due.map(before::with).orElse(before);
    boolean moved = watches.move(watch, EscalationLifecycle.look(duty, rules, after, now));
    if (!moved || due.isEmpty()) {
      return false;
    }
    // From here on nobody can end the duty until this is stored, or nothing is stored.
    duties.hold(duty);
    fire(duty, rules, before, due.get(), now);
    return true;
  }

  private void fire(Duty duty, EscalationRules rules, Fired before, Step step, Instant now) {
    ProviderName provider = duty.key().provider();
    EscalationRole role = EscalationRole.of(step.level());
    Routing routing = new Routing(absences.covering(provider, now, now));
    Escalation escalation =
        new Escalation(
            new EscalationName(provider, ids.next()),
            Subject.of(duty, EscalationLifecycle.dueTime(duty, rules)),
            step.level(),
            role,
            rules.person(role, duty),
            rules.told(role, duty, routing, now),
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
            facts(escalation, step.level() - before.level() - 1)));
  }

  /** What an escalation is about, and who was told, as the journal shows it. */
  private static Map<String, String> facts(Escalation escalation, int passedOver) {
    Subject subject = escalation.subject();
    Map<String, String> facts = new TreeMap<>();
    facts.put("subject", subject.key().resource());
    facts.put("subjectKind", subject.key().kind().name());
    facts.put("dispute", subject.dispute() == null ? "" : subject.dispute().toString());
    facts.put("customer", subject.customer().toString());
    facts.put("dueTime", subject.dueTime().toString());
    facts.put("level", Integer.toString(escalation.level()));
    facts.put("levelTime", escalation.levelTime().toString());
    facts.put("levelsPassedOver", Integer.toString(passedOver));
    facts.put("role", escalation.role().name());
    facts.put("meantPerson", escalation.meant());
    facts.put("person", escalation.person());
    return facts;
  }

  private EscalationRules rules(Duty duty) {
    ProviderName name = duty.key().provider();
    Provider provider = providers.find(name).orElseThrow();
    Customer customer = customers.find(duty.customer()).orElseThrow();
    EscalationPolicy policy = policies.find(name).orElseGet(() -> EscalationPolicy.standard(name));
    return EscalationRules.of(
        policy,
        levels.of(customer, duty.priority()),
        provider.settings(),
        customer,
        calendars.of(provider.settings(), customer));
  }

  /** One duty that cannot be dealt with now does not hold up the others. */
  private static boolean done(DutyKey duty, Runnable work) {
    try {
      ProviderScope.of(duty.provider()).run(work);
      return true;
    } catch (RuntimeException e) {
      // Somebody was in the way, or the database was: the next sweep finds it again.
      LOG.warn("{} is left for the next sweep: {}", duty, e.toString());
      return false;
    }
  }
}
