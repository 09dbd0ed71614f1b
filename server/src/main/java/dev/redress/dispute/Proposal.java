package dev.redress.dispute;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen with the lines of a dispute.
 *
 * @param decisions about single lines
 * @param others the outcome of every line that no decision names; absent: every line is named
 */
public record Proposal(List<LineDecision> decisions, @Nullable LineOutcome others) {

  public Proposal {
    decisions = List.copyOf(decisions);
  }

  /** Whether nothing is proposed. */
  public boolean isEmpty() {
    return decisions.isEmpty() && others == null;
  }

  /**
   * The dispute's lines with their outcomes.
   *
   * @throws RedressException {@code OUTCOME_INCOMPLETE} when a line is left without outcome, gets
   *     two, or is not in the dispute; {@code CURRENCY_MISMATCH}; {@code AMOUNT_EXCEEDS_LINE} when
   *     more would be given back than is disputed
   */
  public List<DisputedLine> applyTo(Dispute dispute) {
    Map<LineName, List<DisputedLine>> claims =
        dispute.lines().stream().collect(Collectors.groupingBy(DisputedLine::line));
    Map<DisputedLine, LineDecision> chosen = new HashMap<>();
    for (LineDecision decision : decisions) {
      if (chosen.put(claim(claims, decision), decision) != null) {
        throw incomplete("line " + decision.line() + " has two outcomes; give it one");
      }
    }
    List<DisputedLine> settled = new ArrayList<>();
    for (DisputedLine line : dispute.lines()) {
      LineDecision decision = chosen.get(line);
      settled.add(settle(line, decision == null ? otherwise(line) : decision));
    }
    return settled;
  }

  private LineDecision otherwise(DisputedLine line) {
    if (others == null) {
      throw incomplete("line " + line.line() + " has no outcome; give each line one");
    }
    return new LineDecision(line.line(), line.reason(), others, null, null, "");
  }

  private static DisputedLine settle(DisputedLine line, LineDecision decision) {
    Money approved =
        switch (decision.outcome().given()) {
          case NOTHING -> Money.zero(line.disputed().currency());
          case ALL -> line.disputed();
          case PART -> partial(line, decision.approved());
        };
    Money stated = decision.approved();
    if (stated != null && !stated.equals(approved)) {
      throw RedressException.ofField(
          "line_outcomes.approved_amount",
          decision.outcome()
              + " of "
              + line.line()
              + " gives back "
              + approved
              + ", not "
              + stated);
    }
    String comment = decision.comment().isEmpty() ? line.comment() : decision.comment();
    return line.settled(decision.outcome(), approved, decision.rootCause(), comment);
  }

  private static Money partial(DisputedLine line, @Nullable Money approved) {
    if (approved == null) {
      throw RedressException.ofField(
          "line_outcomes.approved_amount",
          "PARTIALLY_CREDITED of " + line.line() + " needs the amount that is given back");
    }
    if (!approved.currency().equals(line.disputed().currency())) {
      throw new RedressException(
          ErrorReason.CURRENCY_MISMATCH,
          line.line()
              + " is billed in "
              + line.disputed().currency()
              + ", not in "
              + approved.currency());
    }
    if (approved.compareTo(line.disputed()) > 0) {
      throw new RedressException(
          ErrorReason.AMOUNT_EXCEEDS_LINE,
          approved + " is more than the " + line.disputed() + " in dispute on " + line.line(),
          Map.of("line", line.line().toString(), "disputedAmount", line.disputed().toString()));
    }
    if (approved.minorUnits() <= 0 || approved.equals(line.disputed())) {
      throw RedressException.ofField(
          "line_outcomes.approved_amount",
          "PARTIALLY_CREDITED gives back more than 0 and less than "
              + line.disputed()
              + "; use EXPLAINED or CREDITED for the ends");
    }
    return approved;
  }

  private static DisputedLine claim(
      Map<LineName, List<DisputedLine>> claims, LineDecision decision) {
    LineName name = decision.line();
    List<DisputedLine> fitting =
        claims.getOrDefault(name, List.of()).stream()
            .filter(line -> decision.reason() == null || line.reason() == decision.reason())
            .toList();
    if (fitting.isEmpty()) {
      throw incomplete("line " + name + " is not in this dispute");
    }
    if (fitting.size() > 1) {
      throw incomplete("line " + name + " is disputed for several reasons; say which is settled");
    }
    return fitting.getFirst();
  }

  private static RedressException incomplete(String sentence) {
    return new RedressException(ErrorReason.OUTCOME_INCOMPLETE, sentence);
  }
}
