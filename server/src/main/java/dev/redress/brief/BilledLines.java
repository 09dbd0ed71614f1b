package dev.redress.brief;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputedLine;
import dev.redress.finding.FindingCode;
import dev.redress.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Puts the disputed lines of a brief into words. */
record BilledLines(BriefFacts facts) {
  private static final int DESCRIPTION_LENGTH_MAX = 160;
  private static final int SENTENCE_LENGTH_MAX = 500;

  /** The invoice, the lines that are shown, and the sum of the rest. */
  List<String> billed() {
    Dispute dispute = facts.dispute();
    List<String> billed = new ArrayList<>();
    long lineCount = dispute.lines().stream().map(DisputedLine::line).distinct().count();
    billed.add(
        "Invoice %s of %s: %s in dispute, over %s."
            .formatted(
                facts.invoice().name().invoice(),
                facts.invoice().invoiceDate(),
                PlainWords.count(lineCount, "line"),
                dispute.disputedAmount()));
    Money shown = Money.zero(dispute.currency());
    for (BilledLine each : facts.lines()) {
      billed.add(
          "%s: %s, %s, %s h, %s: %s"
              .formatted(
                  id(each),
                  each.line().workDate(),
                  or(each.line().technician(), "nobody named"),
                  each.line().hours(),
                  each.line().amount(),
                  or(
                      PlainText.cut(each.line().description(), DESCRIPTION_LENGTH_MAX),
                      "without a description")));
      for (DisputedLine claim : each.claims()) {
        shown = shown.plus(claim.disputed());
      }
    }
    if (lineCount > facts.lines().size()) {
      billed.add(
          "And %s with %s in dispute, not shown."
              .formatted(
                  PlainWords.count(lineCount - facts.lines().size(), "more line"),
                  dispute.disputedAmount().minus(shown)));
    }
    return billed;
  }

  /** Why each line is disputed, and what the records say. */
  List<String> found() {
    return facts.lines().stream().map(this::found).toList();
  }

  private String found(BilledLine each) {
    StringBuilder sentence = new StringBuilder(id(each)).append(": disputed because ");
    List<String> reasons =
        each.claims().stream()
            .map(claim -> PlainWords.of(claim.reason()) + " (" + claim.disputed() + ")")
            .toList();
    sentence.append(String.join("; ", reasons)).append(". ");
    sentence.append(
        each.verdict() == null
            ? "Nobody has compared it with the requests yet."
            : PlainText.cut(each.verdict().sentence(), SENTENCE_LENGTH_MAX));
    List<String> others =
        each.findings().stream()
            .filter(finding -> each.claims().stream().noneMatch(claim -> says(claim, finding)))
            .map(PlainWords::of)
            .toList();
    if (!others.isEmpty()) {
      sentence.append(" Also found: ").append(String.join("; ", others)).append('.');
    }
    return sentence.toString();
  }

  private static boolean says(DisputedLine claim, FindingCode finding) {
    return claim.reason().name().equals(finding.name());
  }

  /** What was noted when the lines were disputed. */
  List<String> comments() {
    List<String> comments = new ArrayList<>();
    for (BilledLine each : facts.lines()) {
      for (DisputedLine claim : each.claims()) {
        if (!claim.comment().isBlank()) {
          comments.add("Noted on line " + id(each) + ": " + BriefWriter.note(claim.comment()));
        }
      }
    }
    return comments;
  }

  /** The ids of the lines that are disputed for a reason. */
  List<String> claimedFor(DisputeReason reason) {
    return facts.lines().stream()
        .filter(each -> each.claims().stream().anyMatch(claim -> claim.reason() == reason))
        .map(BilledLines::id)
        .toList();
  }

  private static String id(BilledLine each) {
    return each.line().name().line();
  }

  private static String or(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }
}
