package dev.redress.reconciliation;

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
 * @param run that gave the verdict
 * @param dispute the latest dispute that the line is or was in
 * @param accepted whether the customer accepts the line without a request
 */
public record LineVerdict(
    LaborLine line,
    Verdict verdict,
    List<FindingCode> findings,
    ReconciliationName run,
    @Nullable DisputeName dispute,
    boolean accepted) {

  public LineVerdict {
    findings = List.copyOf(findings);
  }
}
