package dev.redress.reconciliation;

import dev.redress.customer.FactsVersionStore;
import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.OpeningService;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.reconciliation.CustomerSolver.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Stores what was found out about a customer, together with the disputes that follow from it: one
 * transaction, that of the caller.
 */
public final class VerdictRecorder {
  /** How many names a store is asked about at once. */
  private static final int CHUNK = 1_000;

  private final FactsVersionStore factsVersions;
  private final VerdictStore verdicts;
  private final DisputeStore disputes;
  private final CreditStore credits;
  private final OpeningService opening;

  /** Over the stores that it needs. */
  public VerdictRecorder(
      FactsVersionStore factsVersions,
      VerdictStore verdicts,
      DisputeStore disputes,
      CreditStore credits,
      OpeningService opening) {
    this.factsVersions = factsVersions;
    this.verdicts = verdicts;
    this.disputes = disputes;
    this.credits = credits;
    this.opening = opening;
  }

  /**
   * Stores the verdicts of a run on all lines of a customer and disputes every UNMATCHED line that
   * is not disputed yet or accepted. All lines and not those in scope alone: hours that went to one
   * line are gone for another, whose old verdict must not stand.
   *
   * @return empty, with nothing stored, when the facts have changed since they were read
   */
  public Optional<PartResult> record(
      ReconciliationName run, CustomerName customer, Solution solution, Actor actor) {
    if (!factsVersions.hold(customer, solution.factsVersion())) {
      return Optional.empty();
    }
    verdicts.insertAll(
        run, customer, LineScope.of(customer), solution.allVerdicts(), solution.findings());
    int opened = 0;
    int disputed = 0;
    for (List<LaborLine> lines : newlyUnmatched(solution).values()) {
      OpeningService.Opened dispute =
          opening.open(
              new DisputeName(run.provider(), opening.newId()),
              Dispute.Origin.RECONCILIATION,
              lines.stream().map(this::claim).toList(),
              actor);
      opened += dispute.isNew() ? 1 : 0;
      disputed += lines.size();
    }
    return Optional.of(
        new PartResult(
            solution.factsVersion(),
            solution.isInconclusive(),
            solution.shares(),
            opened,
            disputed));
  }

  /** The UNMATCHED lines that no dispute, open or ended, was about, by invoice. */
  private Map<InvoiceName, List<LaborLine>> newlyUnmatched(Solution solution) {
    List<LaborLine> unmatched =
        solution.all().stream()
            .filter(line -> solution.verdict(line).answer() == Answer.UNMATCHED)
            .filter(line -> !solution.accepted().contains(line.name()))
            .toList();
    Set<LineName> known = new HashSet<>();
    for (int from = 0; from < unmatched.size(); from += CHUNK) {
      List<LineName> names =
          unmatched.subList(from, Math.min(from + CHUNK, unmatched.size())).stream()
              .map(LaborLine::name)
              .toList();
      known.addAll(disputes.disputed(names, DisputeReason.UNCORRELATED).keySet());
    }
    Map<InvoiceName, List<LaborLine>> byInvoice =
        new TreeMap<>(Comparator.comparing(InvoiceName::toString));
    for (LaborLine line : unmatched) {
      if (!known.contains(line.name())) {
        byInvoice.computeIfAbsent(line.name().invoice(), key -> new ArrayList<>()).add(line);
      }
    }
    return byInvoice;
  }

  private DisputedLine claim(LaborLine line) {
    Money left = line.amount().minus(credited(line));
    DisputeReason reason = DisputeReason.UNCORRELATED;
    return DisputedLine.claimed(
        line.name(), reason, reason.action(), line.hours(), line.amount(), left, "");
  }

  private Money credited(LaborLine line) {
    return credits
        .last(line.name())
        .map(Credit::creditedAfter)
        .orElse(Money.zero(line.amount().currency()));
  }
}
