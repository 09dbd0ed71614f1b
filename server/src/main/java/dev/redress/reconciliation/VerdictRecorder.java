package dev.redress.reconciliation;

import dev.redress.customer.FactsVersionStore;
import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.OpeningService;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.money.Money;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.CustomerSolver.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final FindingStore findings;
  private final DisputeStore disputes;
  private final CreditStore credits;
  private final OpeningService opening;

  /** Over the stores that it needs. */
  public VerdictRecorder(
      FactsVersionStore factsVersions,
      VerdictStore verdicts,
      FindingStore findings,
      DisputeStore disputes,
      CreditStore credits,
      OpeningService opening) {
    this.factsVersions = factsVersions;
    this.verdicts = verdicts;
    this.findings = findings;
    this.disputes = disputes;
    this.credits = credits;
    this.opening = opening;
  }

  /**
   * Stores the verdicts of a run on all lines of a customer with what is wrong with them, and
   * disputes what the provider's rules say, as far as it is not disputed yet, dismissed or
   * accepted. All lines and not those in scope alone: hours that went to one line are gone for
   * another, whose old verdict must not stand.
   *
   * @param facts that the solution rests on
   * @return empty, with nothing stored, when the facts have changed since they were read
   */
  public Optional<PartResult> record(
      ReconciliationName run, CustomerName customer, Facts facts, Solution solution, Actor actor) {
    if (!factsVersions.hold(customer, solution.factsVersion())) {
      return Optional.empty();
    }
    verdicts.insertAll(
        run, customer, LineScope.of(customer), solution.allVerdicts(), codes(solution));
    findings.replaceAll(
        customer,
        solution.findings().values().stream().flatMap(List::stream).toList(),
        facts.books().rules());
    int opened = 0;
    int disputed = 0;
    for (List<DisputedLine> claims : newClaims(facts, solution).values()) {
      OpeningService.Opened dispute =
          opening.open(
              new DisputeName(run.provider(), opening.newId()),
              Dispute.Origin.RECONCILIATION,
              claims,
              actor);
      opened += dispute.isNew() ? 1 : 0;
      disputed += (int) claims.stream().map(DisputedLine::line).distinct().count();
    }
    return Optional.of(
        new PartResult(
            solution.factsVersion(),
            solution.isInconclusive(),
            solution.shares(),
            opened,
            disputed));
  }

  private static Map<LineName, List<FindingCode>> codes(Solution solution) {
    Map<LineName, List<FindingCode>> codes = new HashMap<>();
    solution
        .findings()
        .forEach((line, found) -> codes.put(line, found.stream().map(Finding::code).toList()));
    return codes;
  }

  /** What is to be disputed and never was, by invoice: of a line what is at stake, no more. */
  private Map<InvoiceName, List<DisputedLine>> newClaims(Facts facts, Solution solution) {
    Map<FindingCode, Map<LineName, Claimed>> wanted = new EnumMap<>(FindingCode.class);
    for (LaborLine line : solution.all()) {
      for (Finding finding : solution.findings(line.name())) {
        if (facts.books().rules().mode(finding.code()) == FindingMode.DISPUTE
            && finding.isClaim()
            && !facts.isDismissed(line, finding.code())) {
          wanted
              .computeIfAbsent(finding.code(), _ -> new LinkedHashMap<>())
              .put(line.name(), new Claimed(line, finding));
        }
      }
    }
    Map<InvoiceName, List<DisputedLine>> byInvoice =
        new TreeMap<>(Comparator.comparing(InvoiceName::toString));
    wanted.forEach(
        (code, claims) -> {
          Set<LineName> known = disputed(List.copyOf(claims.keySet()), reason(code));
          for (Claimed claim : claims.values()) {
            if (!known.contains(claim.line().name())) {
              byInvoice
                  .computeIfAbsent(claim.line().name().invoice(), _ -> new ArrayList<>())
                  .add(claim(claim));
            }
          }
        });
    return byInvoice;
  }

  /** Those of the lines that some dispute, open or ended, was about for this reason. */
  private Set<LineName> disputed(List<LineName> lines, DisputeReason reason) {
    Set<LineName> known = new HashSet<>();
    for (int from = 0; from < lines.size(); from += CHUNK) {
      known.addAll(
          disputes
              .disputed(lines.subList(from, Math.min(from + CHUNK, lines.size())), reason)
              .keySet());
    }
    return known;
  }

  private DisputedLine claim(Claimed claim) {
    LaborLine line = claim.line();
    DisputeReason reason = reason(claim.finding().code());
    Money left = line.amount().minus(credited(line));
    Money atStake = claim.finding().atStake();
    return DisputedLine.claimed(
        line.name(),
        reason,
        reason.action(),
        line.hours(),
        line.amount(),
        atStake.compareTo(left) > 0 ? left : atStake,
        "");
  }

  /** Reasons have the names of the findings that they follow from. */
  private static DisputeReason reason(FindingCode code) {
    return DisputeReason.valueOf(code.name());
  }

  private Money credited(LaborLine line) {
    return credits
        .last(line.name())
        .map(Credit::creditedAfter)
        .orElse(Money.zero(line.amount().currency()));
  }

  private record Claimed(LaborLine line, Finding finding) {}
}
