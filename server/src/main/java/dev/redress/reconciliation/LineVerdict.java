package dev.redress.reconciliation;

import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current answer for a line, as people read it.
 *
 * @param findings what is wrong with the line
 * @param details of the findings, with what shows them; empty in lists
 * @param run that gave the verdict
 * @param dispute the latest dispute that the line is or was in
 * @param accepted whether the customer accepts the line without a request
 */
public record LineVerdict(
    LaborLine line,
    Verdict verdict,
    List<FindingCode> findings,
    List<Finding> details,
    ReconciliationName run,
    @Nullable DisputeName dispute,
    boolean accepted) {

  public LineVerdict {
    findings = List.copyOf(findings);
    details = List.copyOf(details);
  }

  /** An answer whose findings are known in full. */
  static LineVerdict detailed(
      LaborLine line,
      Verdict verdict,
      List<Finding> details,
      ReconciliationName run,
      boolean accepted) {
    return new LineVerdict(
        line, verdict, details.stream().map(Finding::code).toList(), details, run, null, accepted);
  }

  /** The same answer with the details of its findings. */
  LineVerdict with(List<Finding> known) {
    return new LineVerdict(line, verdict, findings, known, run, dispute, accepted);
  }
}
