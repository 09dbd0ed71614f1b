package dev.redress.finding;

import dev.redress.matching.Verdict;
import java.util.List;

/** Nobody asked for it. */
final class UncorrelatedRule implements Rule.OfLine {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.UNCORRELATED);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    if (line.is(Verdict.Answer.UNMATCHED)) {
      found.add(
          line.finding(
              FindingCode.UNCORRELATED,
              line.line().hours() + " h",
              "0 h",
              "no request that was logged backs the line",
              null,
              line.line().amount()));
    }
  }
}
