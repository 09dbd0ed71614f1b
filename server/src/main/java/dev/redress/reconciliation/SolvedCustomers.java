package dev.redress.reconciliation;

import dev.redress.finding.FindingRules;
import dev.redress.identity.CustomerName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.SolvedCustomer;
import dev.redress.matching.Verdict;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.CustomerSolver.Solution;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps customers who were read and solved, so that a line of theirs is answered for at once. */
public interface SolvedCustomers {

  /**
   * A customer as solved.
   *
   * @param basis what it must rest on beside its facts
   * @param factsVersion the facts that it must rest on, or later ones
   * @param solve reads and solves the customer where that is not known
   */
  Solved get(CustomerName customer, Basis basis, long factsVersion, Supplier<Solved> solve);

  /**
   * What answers rest on beside the facts that are counted.
   *
   * @param requestLogCompleteFrom as the provider declares
   * @param rules what the provider looks for
   */
  record Basis(
      String modelVersion,
      ZoneId timeZone,
      @Nullable LocalDate requestLogCompleteFrom,
      FindingRules rules) {}

  /**
   * A customer's facts and what follows from them.
   *
   * @param solution of all lines
   * @param engine ready for a line more
   */
  record Solved(Facts facts, Solution solution, SolvedCustomer engine) {

    /** What the engine says of a line, known or not. */
    Verdict answer(LaborLine line) {
      return engine.answer(line);
    }

    /** How many facts are held in memory. */
    public int size() {
      return facts.lines().size()
          + facts.input().requests().size()
          + facts.input().timeEntries().size();
    }
  }
}
