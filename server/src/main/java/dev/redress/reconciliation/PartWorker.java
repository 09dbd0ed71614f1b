package dev.redress.reconciliation;

import static java.util.Objects.requireNonNull;

import dev.redress.error.RedressException;
import dev.redress.identity.ReconciliationName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.Verdict.Answer;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.CustomerSolver.Solution;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.ReconciliationStore.Return;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on parts of runs: claims one, answers for its customer, stores, and ends the run when it
 * was the last. Any number of workers on any number of servers share the parts; a part whose worker
 * died is claimed again once its lease has run out.
 */
public final class PartWorker {
  /** How long a claim holds without being renewed. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /** After so many tries a part is given up and its run fails. */
  private static final int TRIES_MAX = 5;

  private static final Logger LOG = LoggerFactory.getLogger(PartWorker.class);

  private final Transactions transactions;
  private final ReconciliationStore runs;
  private final CustomerSolver solver;
  private final VerdictRecorder recorder;
  private final Journal journal;
  private final InstantSource clock;
  private final String worker;

  /** What this server is working on; only these claims are kept alive. */
  private final Set<Part> inHand = ConcurrentHashMap.newKeySet();

  private final Map<Answer, LongAdder> answered = new EnumMap<>(Answer.class);

  /**
   * Over the stores that it needs.
   *
   * @param worker the name under which parts are claimed, one for each server process
   */
  public PartWorker(
      Transactions transactions,
      ReconciliationStore runs,
      CustomerSolver solver,
      VerdictRecorder recorder,
      Journal journal,
      InstantSource clock,
      String worker) {
    this.transactions = transactions;
    this.runs = runs;
    this.solver = solver;
    this.recorder = recorder;
    this.journal = journal;
    this.clock = clock;
    this.worker = worker;
    for (Answer answer : Answer.values()) {
      answered.put(answer, new LongAdder());
    }
  }

  /** How many lines this server has given an answer since it started. */
  public long answeredCount(Answer answer) {
    return requireNonNull(answered.get(answer)).sum();
  }

  /** Works on one part, if one waits. Tells whether there was one. */
  public boolean workOnce() {
    Instant now = clock.instant();
    Optional<Part> claimed =
        ProviderScope.allProviders()
            .call(() -> transactions.run(() -> runs.claim(worker, now, now.plus(LEASE))));
    claimed.ifPresent(
        part -> {
          inHand.add(part);
          try {
            scope(part.run()).run(() -> work(part));
          } finally {
            inHand.remove(part);
          }
        });
    return claimed.isPresent();
  }

  /**
   * Ends runs whose parts are all done, among them those whose last worker died before it could.
   */
  public void endCompleteRuns() {
    ProviderScope.allProviders()
        .call(() -> transactions.run(() -> runs.complete()))
        .forEach(name -> scope(name).run(() -> transactions.run(() -> end(name))));
  }

  /** Keeps the claims of parts in hand alive; to be called several times within {@link #LEASE}. */
  public void renew() {
    Instant until = clock.instant().plus(LEASE);
    inHand.forEach(
        part ->
            scope(part.run()).run(() -> transactions.run(() -> runs.renew(part, worker, until))));
  }

  /** Gives this server's claims back, at its end, and at its start those of a life before. */
  public void release() {
    ProviderScope.allProviders().run(() -> transactions.run(() -> runs.release(worker)));
  }

  private static ProviderScope scope(ReconciliationName run) {
    return ProviderScope.of(run.provider());
  }

  private void work(Part part) {
    try {
      if (part.tries() > TRIES_MAX) {
        // Whoever began it so often did not live to say why.
        giveBack(part, Return.FAILED);
      } else if (store(part)) {
        endIfComplete(part);
      } else {
        giveBack(part, Return.UNTRIED);
      }
    } catch (RedressException e) {
      // Somebody was in the way, or the database was: that says nothing about the part.
      LOG.warn("part {} of {} is given back: {}", part.customer(), part.run(), e.getMessage());
      giveBack(part, Return.UNTRIED);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("part {} of {} failed, try {}", part.customer(), part.run(), part.tries(), e);
      giveBack(part, part.tries() == TRIES_MAX ? Return.FAILED : Return.TRIED);
    }
  }

  private void giveBack(Part part, Return how) {
    try {
      transactions.run(() -> runs.giveBack(part, worker, how));
      endIfComplete(part);
    } catch (RedressException e) {
      // The lease runs out, and then somebody claims the part again.
      LOG.warn("part {} of {} stays claimed: {}", part.customer(), part.run(), e.getMessage());
    }
  }

  /** False when the facts changed meanwhile or the claim was lost; nothing is stored then. */
  private boolean store(Part part) {
    Reconciliation run = transactions.run(() -> runs.find(part.run())).orElseThrow();
    MatchingModel model = transactions.run(() -> solver.modelOf(run));
    Facts facts = transactions.run(() -> solver.read(part.customer()));
    Solution solution = solver.solve(facts, run.scope()::contains, model);
    try {
      Optional<PartResult> stored =
          transactions.run(
              () -> {
                Optional<PartResult> result =
                    recorder.record(part.run(), part.customer(), facts, solution, run.actor());
                if (result.isPresent() && !runs.complete(part, worker, result.get())) {
                  throw new ClaimLostException();
                }
                return result;
              });
      stored.ifPresent(this::count);
      return stored.isPresent();
    } catch (ClaimLostException e) {
      LOG.info("part {} of {} was taken over by another server", part.customer(), part.run());
      return true;
    }
  }

  private void count(PartResult stored) {
    for (Share share : stored.shares()) {
      requireNonNull(answered.get(share.answer())).add(share.lines());
    }
  }

  private void endIfComplete(Part part) {
    transactions.run(() -> end(part.run()));
  }

  private void end(ReconciliationName name) {
    Progress progress = runs.progress(name);
    if (!progress.isComplete()) {
      return;
    }
    Reconciliation run = runs.find(name).orElseThrow();
    Reconciliation ended = run.ended(endState(progress), clock.instant());
    if (runs.end(ended)) {
      journal.append(
          new JournalEntry(
              name.provider(),
              clock.instant(),
              run.actor(),
              "reconciliation.ended",
              name.toString(),
              "",
              Map.of(
                  "state", ended.state().name(),
                  "customers", Integer.toString(progress.partsTotal()),
                  "disputesOpened", Integer.toString(progress.disputesOpened()),
                  "linesDisputed", Integer.toString(progress.linesDisputed()))));
    }
  }

  /** How a run ended whose parts are all done or given up (I7). */
  static State endState(Progress progress) {
    if (progress.partsFailed() > 0) {
      return State.FAILED;
    }
    return progress.partsInconclusive() == progress.partsTotal()
        ? State.INCONCLUSIVE
        : State.SUCCEEDED;
  }

  /** Rolls back what was stored for a part that belongs to somebody else by now. */
  private static final class ClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
