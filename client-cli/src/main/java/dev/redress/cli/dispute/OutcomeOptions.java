package dev.redress.cli.dispute;

import dev.redress.v1.Dispute;
import dev.redress.v1.LineOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is decided for the lines of a dispute, as {@code propose} and {@code resolve} take it. */
final class OutcomeOptions {
  @Option(
      names = "--outcome",
      paramLabel = "LINE=OUTCOME",
      converter = LineDecision.Converter.class,
      description = {
        "what is decided for a line: EXPLAINED, CREDITED, DENIED or PARTIALLY_CREDITED:AMOUNT;",
        "LINE/REASON=OUTCOME where a line is disputed for several reasons; may be repeated"
      })
  private List<LineDecision> outcomes = List.of();

  @Option(
      names = "--all-lines",
      paramLabel = "OUTCOME",
      converter = LineDecision.WholeConverter.class,
      description = "what is decided for all other lines: EXPLAINED, CREDITED or DENIED")
  private @Nullable LineDecision allLines;

  /** Whether anything was decided at all. */
  boolean isEmpty() {
    return outcomes.isEmpty() && allLines == null;
  }

  /** The outcomes for the lines of a dispute; lines without a decision are left out. */
  List<LineOutcome> of(Dispute dispute) {
    return OutcomePlan.of(dispute.getLinesList(), outcomes, allLines);
  }
}
