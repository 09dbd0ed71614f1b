package dev.redress.reconciliation;

import dev.redress.finding.Finding;
import dev.redress.finding.FindingMode;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.Verdict.Answer;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.CustomerSolver.Solution;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.ReconciliationService.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run that stores nothing found.
 *
 * @param openVerdicts of lines that are not matched, or that something is wrong with for a clerk to
 *     look at, dearest first, at most {@value #OPEN_VERDICTS_MAX}
 */
public record DryRun(RunView view, List<LineVerdict> openVerdicts) {
  /** Most lines that are given back. */
  public static final int OPEN_VERDICTS_MAX = 1_000;

  private static final int INCONCLUSIVE_CUSTOMERS_MAX = 1_000;

  /** Sums a run up, customer by customer. */
  static final class Sum {
    private final ReconciliationName nowhere;
    private final LineScope scope;
    private final MatchingModel model;
    private final Actor actor;
    private final Instant start;
    private final Map<List<Object>, Share> shares =
        new TreeMap<>(Comparator.comparing(Object::toString));
    private final List<CustomerName> inconclusive = new ArrayList<>();
    private final List<LineVerdict> open = new ArrayList<>();
    private int customers;

    /**
     * Begins.
     *
     * @param nowhere in the place of a run's name, for it is not stored
     */
    Sum(
        ReconciliationName nowhere,
        LineScope scope,
        MatchingModel model,
        Actor actor,
        Instant start) {
      this.nowhere = nowhere;
      this.scope = scope;
      this.model = model;
      this.actor = actor;
      this.start = start;
    }

    /** Adds a customer. */
    void add(CustomerName customer, Facts facts, Solution solution) {
      customers++;
      for (Share share : solution.shares()) {
        shares.merge(List.of(share.answer(), share.amount().currency()), share, Share::plus);
      }
      if (solution.isInconclusive() && inconclusive.size() < INCONCLUSIVE_CUSTOMERS_MAX) {
        inconclusive.add(customer);
      }
      addOpen(facts, solution);
    }

    /** All of it. Without a customer whose lines could be audited it is INCONCLUSIVE (I7). */
    DryRun ended(Instant end) {
      boolean clean = inconclusive.size() < customers;
      Reconciliation run =
          new Reconciliation(
              nowhere,
              clean ? State.SUCCEEDED : State.INCONCLUSIVE,
              scope,
              model.version(),
              actor,
              start,
              end);
      Progress progress = new Progress(customers, customers, 0, inconclusive.size(), 0, 0);
      return new DryRun(
          new RunView(
              run, progress, shares.values().stream().sorted(Share.ORDER).toList(), inconclusive),
          open);
    }

    /**
     * Keeps the dearest lines that are not matched, or that a clerk should look at all the same.
     */
    private void addOpen(Facts facts, Solution solution) {
      for (LaborLine line : solution.lines()) {
        List<Finding> found = solution.findings(line.name());
        if (solution.verdict(line).answer() != Answer.MATCHED || isForReview(facts, line, found)) {
          open.add(
              LineVerdict.detailed(
                  line,
                  solution.verdict(line),
                  found,
                  nowhere,
                  solution.accepted().contains(line.name())));
        }
      }
      open.sort(
          Comparator.<LineVerdict>comparingLong(verdict -> -verdict.line().amount().minorUnits())
              .thenComparing(verdict -> verdict.line().name().toString()));
      if (open.size() > OPEN_VERDICTS_MAX) {
        open.subList(OPEN_VERDICTS_MAX, open.size()).clear();
      }
    }

    private static boolean isForReview(Facts facts, LaborLine line, List<Finding> found) {
      return found.stream()
          .map(Finding::code)
          .anyMatch(
              code ->
                  facts.books().rules().mode(code).compareTo(FindingMode.REVIEW) >= 0
                      && !facts.isDismissed(line, code));
    }
  }
}
