package dev.redress.reconciliation;

import dev.redress.customer.FactsVersionStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.IdSource;
import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.identity.RequestName;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.matching.MatchDecision;
import dev.redress.reconciliation.CustomerSolver.Solution;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.request.RequestStore;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records what clerks decide about a line, and answers for the whole customer anew in the same
 * transaction: a decision moves hours, and other lines compete for them.
 */
public final class DecisionService {
  private final Transactions transactions;
  private final LaborLineStore lines;
  private final RequestStore requests;
  private final DecisionStore decisions;
  private final FactsVersionStore factsVersions;
  private final ReconciliationStore runs;
  private final VerdictStore verdicts;
  private final CustomerSolver solver;
  private final VerdictRecorder recorder;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;
  private final String worker;

  /**
   * Over the stores that it needs.
   *
   * @param worker the name under which this server claims parts of runs
   */
  public DecisionService(
      Transactions transactions,
      LaborLineStore lines,
      RequestStore requests,
      DecisionStore decisions,
      FactsVersionStore factsVersions,
      ReconciliationStore runs,
      VerdictStore verdicts,
      CustomerSolver solver,
      VerdictRecorder recorder,
      Journal journal,
      IdSource ids,
      InstantSource clock,
      String worker) {
    this.transactions = transactions;
    this.lines = lines;
    this.requests = requests;
    this.decisions = decisions;
    this.factsVersions = factsVersions;
    this.runs = runs;
    this.verdicts = verdicts;
    this.solver = solver;
    this.recorder = recorder;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.worker = worker;
  }

  /**
   * Says that a line is, or is not, for a request.
   *
   * @param reason at most 2,000 characters
   * @return the verdict that the line has now
   * @throws RedressException {@code FIELD_INVALID} when the two are not of one customer, {@code
   *     LINE_NOT_FOUND}, {@code REQUEST_NOT_FOUND}
   */
  public LineVerdict decide(
      LineName line, RequestName request, MatchDecision.Kind kind, String reason, Actor actor) {
    requireSameCustomer(line, request);
    return transactions.run(
        () -> {
          requireLine(line);
          if (requests.find(request).isEmpty()) {
            throw new RedressException(
                ErrorReason.REQUEST_NOT_FOUND, "there is no request " + request);
          }
          Instant now = clock.instant();
          decisions.put(
              new Decision(new MatchDecision(line, request.request(), kind), reason, actor, now));
          String action =
              switch (kind) {
                case CONFIRMED -> "match.confirmed";
                case REJECTED -> "match.rejected";
              };
          return answer(line, action, reason, Map.of("request", request.toString()), actor, now);
        });
  }

  /**
   * Says that no request is behind a line and that the customer accepts it all the same.
   *
   * @param reason 1 to 2,000 characters
   * @return the verdict that the line has now
   * @throws RedressException {@code LINE_NOT_FOUND}
   */
  public LineVerdict accept(LineName line, String reason, Actor actor) {
    return transactions.run(
        () -> {
          requireLine(line);
          Instant now = clock.instant();
          decisions.accept(new Acceptance(line, reason, actor, now));
          return answer(line, "line.accepted", reason, Map.of(), actor, now);
        });
  }

  /**
   * Takes back what was decided about a line.
   *
   * @param request the decision about the line and this request; absent: that it was accepted
   * @param reason at most 2,000 characters
   * @return the verdict that the line has now
   * @throws RedressException {@code FIELD_INVALID} when the two are not of one customer, {@code
   *     LINE_NOT_FOUND}, {@code DECISION_NOT_FOUND}
   */
  public LineVerdict undo(
      LineName line, @Nullable RequestName request, String reason, Actor actor) {
    if (request != null) {
      requireSameCustomer(line, request);
    }
    return transactions.run(
        () -> {
          requireLine(line);
          boolean removed =
              request == null
                  ? decisions.removeAcceptance(line)
                  : decisions.remove(line, request.request());
          if (!removed) {
            throw new RedressException(
                ErrorReason.DECISION_NOT_FOUND,
                request == null
                    ? line + " is not accepted; to take back a match, name its request"
                    : "nothing was decided about " + line + " and " + request);
          }
          return answer(
              line,
              "decision.undone",
              reason,
              request == null ? Map.of() : Map.of("request", request.toString()),
              actor,
              clock.instant());
        });
  }

  /** Journals what was decided, and answers for the customer anew. */
  private LineVerdict answer(
      LineName line,
      String action,
      String reason,
      Map<String, String> details,
      Actor actor,
      Instant now) {
    factsVersions.advance(List.of(line.customer()));
    journal.append(
        new JournalEntry(line.provider(), now, actor, action, line.toString(), reason, details));
    answerAnew(line.customer(), actor, now);
    return verdicts.find(line).orElseThrow();
  }

  /** A run of one part, done by the caller. */
  private void answerAnew(CustomerName customer, Actor actor, Instant now) {
    LineScope scope = LineScope.of(customer);
    Reconciliation run =
        new Reconciliation(
            new ReconciliationName(customer.provider(), ids.next()),
            State.RUNNING,
            scope,
            solver.modelInUse(customer.provider()).version(),
            actor,
            now,
            null);
    Part part = new Part(run.name(), customer, 1);
    runs.insert(run, List.of(customer));
    runs.claim(part, worker, now.plus(PartWorker.LEASE));
    Solution solution = solver.solve(solver.read(customer), scope, solver.modelOf(run));
    PartResult result =
        recorder
            .record(run.name(), customer, solution, actor)
            .orElseThrow(
                () ->
                    new RedressException(
                        ErrorReason.CONCURRENT_CHANGE,
                        "the facts of " + customer + " changed meanwhile; try again"));
    if (!runs.complete(part, worker, result)) {
      throw new IllegalStateException("lost a claim made in the same transaction: " + part);
    }
    runs.end(run.ended(PartWorker.endState(runs.progress(run.name())), clock.instant()));
  }

  private static void requireSameCustomer(LineName line, RequestName request) {
    if (!line.customer().equals(request.customer())) {
      throw RedressException.ofField(
          "request", "line and request must be of one customer, " + line.customer());
    }
  }

  private void requireLine(LineName line) {
    if (lines.find(line).isEmpty()) {
      throw new RedressException(ErrorReason.LINE_NOT_FOUND, "there is no labor line " + line);
    }
  }
}
