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
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.matching.MatchDecision;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.CustomerSolver.Solution;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.request.RequestStore;
import dev.redress.time.Hours;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
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
   * Says that a line is, or is not, for a request. A confirmation is about the whole line and takes
   * the place of a split.
   *
   * @param reason at most 2,000 characters
   * @return the verdict that the line has now
   * @throws RedressException {@code FIELD_INVALID} when the two are not of one customer, {@code
   *     LINE_NOT_FOUND}, {@code REQUEST_NOT_FOUND}
   */
  public LineVerdict decide(
      LineName line, RequestName request, MatchDecision.Kind kind, String reason, Actor actor) {
    requireSameCustomer("request", line, request);
    return transactions.run(
        () -> {
          hold(line);
          requireRequest(request);
          Instant now = clock.instant();
          if (kind == MatchDecision.Kind.CONFIRMED) {
            decisions.removeParts(line);
          }
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
   * Says how many hours of a line are for which requests, in the place of all confirmations about
   * the line and of rejections of these requests. What the parts leave of the line stays unbacked.
   *
   * @param parts of different requests
   * @param reason 1 to 2,000 characters
   * @return the verdict that the line has now
   * @throws RedressException {@code FIELD_INVALID} when not all are of one customer or the parts
   *     have more hours than the line, {@code LINE_NOT_FOUND}, {@code REQUEST_NOT_FOUND}
   */
  public LineVerdict split(LineName line, List<SplitPart> parts, String reason, Actor actor) {
    for (int i = 0; i < parts.size(); i++) {
      requireSameCustomer("parts[" + i + "].request", line, parts.get(i).request());
    }
    return transactions.run(
        () -> {
          requireHours(hold(line), parts);
          parts.forEach(part -> requireRequest(part.request()));
          Instant now = clock.instant();
          Map<String, String> details = new HashMap<>();
          decisions.removeConfirmed(line);
          for (SplitPart part : parts) {
            String request = part.request().request();
            MatchDecision match =
                new MatchDecision(line, request, MatchDecision.Kind.CONFIRMED, part.hours());
            decisions.put(new Decision(match, reason, actor, now));
            details.put("hours[" + request + "]", part.hours().toString());
          }
          return answer(line, "line.split", reason, details, actor, now);
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
          hold(line);
          Instant now = clock.instant();
          decisions.accept(new Acceptance(line, reason, actor, now));
          return answer(line, "line.accepted", reason, Map.of(), actor, now);
        });
  }

  /**
   * Takes back what was decided about a line. Of a split one part at a time: the others stand.
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
      requireSameCustomer("request", line, request);
    }
    return transactions.run(
        () -> {
          hold(line);
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
    Facts facts = solver.read(customer);
    Solution solution = solver.solve(facts, scope::contains, solver.modelOf(run));
    PartResult result =
        recorder
            .record(run.name(), customer, facts, solution, actor)
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

  private static void requireSameCustomer(String field, LineName line, RequestName request) {
    if (!line.customer().equals(request.customer())) {
      throw RedressException.ofField(
          field, "line and request must be of one customer, " + line.customer());
    }
  }

  private static void requireHours(LaborLine line, List<SplitPart> parts) {
    Hours sum = Hours.sum(parts.stream().map(SplitPart::hours));
    if (sum.compareTo(line.hours()) > 0) {
      throw RedressException.ofField(
          "parts", "have " + sum + " hours together; the line has " + line.hours());
    }
  }

  private void requireRequest(RequestName request) {
    if (requests.find(request).isEmpty()) {
      throw new RedressException(ErrorReason.REQUEST_NOT_FOUND, "there is no request " + request);
    }
  }

  /**
   * The line, with the facts of its customer advanced: from here on a second decision or an import
   * waits, so that it sees what this one put in the place of what.
   */
  private LaborLine hold(LineName line) {
    lines.require(line);
    factsVersions.advance(List.of(line.customer()));
    // Again, for it may have been changed until it was held.
    return lines.require(line);
  }
}
