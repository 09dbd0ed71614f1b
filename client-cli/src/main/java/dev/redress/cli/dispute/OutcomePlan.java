package dev.redress.cli.dispute;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Amounts;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.LineOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts decisions to the lines of a dispute. */
final class OutcomePlan {
  private OutcomePlan() {}

  /**
   * One outcome for each disputed line that has a decision, in the order of the dispute.
   *
   * @param others what is decided for the lines without a decision of their own
   * @throws CommandFailure when a decision names no line of the dispute, names one that is disputed
   *     for several reasons without saying for which, or has an amount with too many digits
   */
  static List<LineOutcome> of(
      List<DisputedLine> lines, List<LineDecision> decisions, @Nullable LineDecision others) {
    Map<DisputedLine, LineDecision> plan = new LinkedHashMap<>();
    if (others != null) {
      lines.forEach(line -> plan.put(line, others));
    }
    for (LineDecision decision : decisions) {
      plan.put(only(lines, decision.line()), decision);
    }
    return lines.stream()
        .filter(plan::containsKey)
        .map(line -> outcome(line, plan.getOrDefault(line, others)))
        .toList();
  }

  private static DisputedLine only(List<DisputedLine> lines, String wanted) {
    List<DisputedLine> found = lines.stream().filter(line -> isMeant(line, wanted)).toList();
    if (found.isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          "line '" + wanted + "' is not in the dispute; 'redress dispute show' lists its lines");
    }
    if (found.size() > 1) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          "line '"
              + wanted
              + "' is disputed for several reasons; say which as "
              + wanted
              + "/"
              + found.getFirst().getReason()
              + "=OUTCOME");
    }
    return found.getFirst();
  }

  private static boolean isMeant(DisputedLine line, String wanted) {
    String id = ResourceName.lastId(line.getLine());
    String reason = "/" + line.getReason();
    return wanted.equals(id)
        || wanted.equals(line.getLine())
        || wanted.equals(id + reason)
        || wanted.equals(line.getLine() + reason);
  }

  private static LineOutcome outcome(DisputedLine line, @Nullable LineDecision decision) {
    LineOutcome.Builder outcome =
        LineOutcome.newBuilder().setLine(line.getLine()).setReason(line.getReason());
    if (decision != null) {
      outcome.setOutcome(decision.outcome());
      if (decision.amount() != null) {
        String currency = line.getInvoicedAmount().getCurrencyCode();
        outcome.setApprovedAmount(Amounts.of(decision.amount(), currency));
      }
    }
    return outcome.build();
  }
}
