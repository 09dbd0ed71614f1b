package dev.redress.cli.verdict;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.output.Output;
import dev.redress.v1.Candidate;
import dev.redress.v1.Finding;
import dev.redress.v1.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The evidence of a verdict as people read it. */
public final class Explanation {
  private Explanation() {}

  /**
   * Writes the line, the answer in plain words, and a table of bits for each request that was
   * chosen and for the nearest that were not.
   *
   * @param verdict with its whole evidence
   * @param rejectedMax how many of those that were not chosen are shown
   */
  public static void print(Output output, Verdict verdict, int rejectedMax) {
    output.heading("Line " + verdict.getLineId() + ": " + answer(verdict));
    output.line("  " + billed(verdict));
    if (!verdict.getDescription().isEmpty()) {
      output.line("  \"" + verdict.getDescription() + "\"");
    }
    output.line("");
    output.line(verdict.getSentence());
    for (Finding finding : verdict.getFindingDetailsList()) {
      output.line(found(finding));
    }
    for (Candidate candidate : shown(verdict, rejectedMax)) {
      output.line("");
      output.heading(title(candidate));
      output.table(SignalRow.of(candidate), SignalRow.COLUMNS, "  ");
    }
  }

  /** The requests that were chosen, and the nearest that were not. */
  private static List<Candidate> shown(Verdict verdict, int rejectedMax) {
    List<Candidate> shown = new ArrayList<>();
    int rejected = 0;
    for (Candidate candidate : verdict.getCandidatesList()) {
      if (candidate.getChosen() || rejected < rejectedMax) {
        shown.add(candidate);
        rejected += candidate.getChosen() ? 0 : 1;
      }
    }
    return shown;
  }

  private static String answer(Verdict verdict) {
    String requests = String.join(", ", verdict.getRequestIdsList());
    return switch (verdict.getVerdict()) {
      case MATCHED ->
          "MATCHED to "
              + requests
              + " with probability "
              + Numbers.probability(verdict.getProbability());
      case UNMATCHED ->
          "UNMATCHED"
              + (verdict.hasDispute()
                  ? ", in dispute " + ResourceName.lastId(verdict.getDispute())
                  : "");
      case NOT_AUDITABLE -> "NOT_AUDITABLE (" + verdict.getNotAuditableReason() + ")";
      case AMBIGUOUS, ANSWER_UNSPECIFIED, UNRECOGNIZED -> verdict.getVerdict().name();
    };
  }

  private static String billed(Verdict verdict) {
    return String.join(
        ", ",
        List.of(
            Moments.date(verdict.getWorkDate()),
            verdict.getTechnician().isEmpty() ? "no technician" : verdict.getTechnician(),
            Numbers.hours(verdict.getHoursBilled()) + " h",
            Amounts.text(verdict.getAmount()),
            "invoice " + ResourceName.id(verdict.getLine(), "invoices")));
  }

  private static String found(Finding finding) {
    return finding.getCode()
        + ": "
        + finding.getBilled()
        + "; expected "
        + finding.getExpected()
        + " ("
        + finding.getRule()
        + "), at stake "
        + Amounts.text(finding.getAtStake());
  }

  private static String title(Candidate candidate) {
    return candidate.getRequestId()
        + (candidate.getChosen() ? " (chosen" : " (not chosen")
        + ", probability "
        + Numbers.probability(candidate.getProbability())
        + ")"
        + (candidate.getSummary().isEmpty() ? "" : ": " + candidate.getSummary());
  }
}
