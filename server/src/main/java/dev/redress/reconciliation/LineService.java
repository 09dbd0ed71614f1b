package dev.redress.reconciliation;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.finding.Audit;
import dev.redress.finding.Finding;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.Verdict;
import dev.redress.reconciliation.SolvedCustomers.Basis;
import dev.redress.reconciliation.SolvedCustomers.Solved;
import dev.redress.transaction.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers for one line by the facts of the moment, before it is billed or before the next run.
 * Stores nothing.
 */
public final class LineService {
  /** In the place of a run's id, for there is none. */
  private static final String NO_RUN = "none";

  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final LaborLineStore lines;
  private final FactsVersionStore factsVersions;
  private final CustomerSolver solver;
  private final SolvedCustomers solvedCustomers;

  /** Over the stores that it needs. */
  public LineService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      LaborLineStore lines,
      FactsVersionStore factsVersions,
      CustomerSolver solver,
      SolvedCustomers solvedCustomers) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.lines = lines;
    this.factsVersions = factsVersions;
    this.solver = solver;
    this.solvedCustomers = solvedCustomers;
  }

  /** Answers for a line that is stored, or {@code LINE_NOT_FOUND}. */
  public LineVerdict answer(LineName name) {
    LaborLine line = transactions.run(() -> lines.require(name));
    return answer(line, solved(line.customer()));
  }

  /**
   * Answers for a line as if it were billed, in the place of a stored line of the same name.
   *
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}
   */
  public LineVerdict answer(LaborLine draft) {
    return answer(draft, solved(draft.customer()));
  }

  private Solved solved(CustomerName customer) {
    Now now = transactions.run(() -> now(customer));
    return solvedCustomers.get(
        customer, now.basis(), now.factsVersion(), () -> solve(customer, now.model()));
  }

  private Now now(CustomerName name) {
    Customer customer =
        customers
            .find(name)
            .orElseThrow(
                () ->
                    new RedressException(
                        ErrorReason.CUSTOMER_NOT_FOUND, "there is no customer " + name.customer()));
    Provider provider = providers.find(name.provider()).orElseThrow();
    MatchingModel model = solver.modelInUse(name.provider());
    return new Now(
        factsVersions.current(name),
        model,
        new Basis(
            model.version(),
            customer.timeZone(),
            provider.settings().requestLogCompleteFrom(),
            solver.rulesOf(name.provider())));
  }

  private Solved solve(CustomerName customer, MatchingModel model) {
    return solver.prepare(transactions.run(() -> solver.read(customer)), _ -> true, model);
  }

  private LineVerdict answer(LaborLine line, Solved solved) {
    boolean accepted =
        solved.solution().accepted().contains(line.name()) && solved.facts().lines().contains(line);
    Verdict verdict = accepted ? solved.solution().verdict(line) : solved.answer(line);
    boolean stands = verdict.equals(solved.solution().verdicts().get(line.name()));
    return LineVerdict.detailed(
        line,
        verdict,
        stands ? solved.solution().findings(line.name()) : findings(line, verdict, solved),
        new ReconciliationName(line.name().provider(), NO_RUN),
        accepted);
  }

  private List<Finding> findings(LaborLine line, Verdict verdict, Solved solved) {
    Map<LineName, Verdict> verdicts = new HashMap<>(solved.solution().verdicts());
    verdicts.put(line.name(), verdict);
    return Audit.of(
        transactions.run(() -> solver.booksWith(solved.facts(), line)),
        line,
        solved.facts().billed().values().stream()
            .filter(other -> !other.name().equals(line.name()))
            .toList(),
        verdicts);
  }

  /** What an answer of this moment rests on. */
  private record Now(long factsVersion, MatchingModel model, Basis basis) {}
}
