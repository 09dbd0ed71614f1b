package dev.redress.cli.dispute;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.LineOutcome;
import dev.redress.v1.RootCause;
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
        "what is decided for a line: EXPLAINED, DENIED, CREDITED, WRITTEN_OFF, REBILLED, WITHDRAWN",
        "or PARTIALLY_CREDITED:AMOUNT;",
        "LINE/REASON=OUTCOME where a line is disputed for several reasons; may be repeated"
      })
  private List<LineDecision> outcomes = List.of();

  @Option(
      names = "--all-lines",
      paramLabel = "OUTCOME",
      converter = LineDecision.WholeConverter.class,
      description = "what is decided for all other lines, as above but PARTIALLY_CREDITED")
  private @Nullable LineDecision allLines;

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      converter = CauseChoice.class,
      completionCandidates = CauseChoice.class,
      description = "what went wrong, of all these lines: ${COMPLETION-CANDIDATES}")
  private RootCause.@Nullable Code cause;

  /**
   * The outcomes for the lines of a dispute; lines without a decision are left out.
   *
   * @throws CommandFailure as {@link OutcomePlan#of}, and for a cause that cannot be given to all
   *     that is decided
   */
  List<LineOutcome> of(Dispute dispute) {
    List<LineOutcome> plan = OutcomePlan.of(dispute.getLinesList(), outcomes, allLines);
    if (cause == null) {
      return plan;
    }
    if (plan.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "--cause goes with outcomes; add --all-lines or --outcome");
    }
    if (ofOthers(dispute) != Outcome.OUTCOME_UNSPECIFIED) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--cause cannot be given to all "
              + dispute.getLineCount()
              + " lines of this dispute, of which "
              + dispute.getLinesCount()
              + " are shown; leave it out");
    }
    return plan.stream().map(outcome -> outcome.toBuilder().setRootCause(cause).build()).toList();
  }

  /**
   * The outcome for the lines of a large dispute that are not shown; unspecified if there are none.
   */
  Outcome ofOthers(Dispute dispute) {
    return allLines != null && dispute.getLineCount() > dispute.getLinesCount()
        ? allLines.outcome()
        : Outcome.OUTCOME_UNSPECIFIED;
  }
}
