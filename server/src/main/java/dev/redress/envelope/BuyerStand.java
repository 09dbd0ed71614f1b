package dev.redress.envelope;

import dev.redress.brief.PlainWords;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.LineOutcome;
import dev.redress.dispute.RequestedAction;
import dev.redress.envelope.Clarification.CodeList;
import dev.redress.envelope.Clarification.ProposedValue;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a customer stands to an invoice that it disputes: not what the provider thinks of the
 * dispute, but what the buyer says of the invoice.
 *
 * @param clarifications for each claim why and what is asked for; none where all is accepted
 */
public record BuyerStand(ResponseStatus status, List<Clarification> clarifications) {

  public BuyerStand {
    clarifications = List.copyOf(clarifications);
  }

  /**
   * The stand that follows from a dispute.
   *
   * @param invoiced what all lines of the invoice cost
   */
  public static BuyerStand of(Dispute dispute, Money invoiced) {
    Map<LineName, Money> proposed = new HashMap<>();
    Map<LineName, Money> refused = new HashMap<>();
    Money nothing = Money.zero(dispute.currency());
    Money credited = nothing;
    for (DisputedLine claim : dispute.lines()) {
      Money asked = standsStill(claim, dispute) ? claim.disputed() : nothing;
      Money left = proposed.getOrDefault(claim.line(), claim.invoiced());
      Money taken = asked.plus(claim.credited());
      proposed.put(claim.line(), taken.compareTo(left) > 0 ? nothing : left.minus(taken));
      Money refusal = refused.getOrDefault(claim.line(), nothing).plus(asked);
      refused.put(claim.line(), lesser(refusal, claim.invoiced()));
      credited = credited.plus(claim.credited());
    }
    Money refusedInAll = refused.values().stream().reduce(nothing, Money::plus);
    RequestedAction credit =
        credited.equals(invoiced) ? RequestedAction.CREDIT_FULLY : RequestedAction.CREDIT_PARTIALLY;
    List<Clarification> clarifications = new ArrayList<>();
    for (DisputedLine claim : dispute.lines()) {
      Money instead = proposed.getOrDefault(claim.line(), claim.invoiced());
      if (standsStill(claim, dispute)) {
        clarifications.add(reason(claim, instead, claim.disputed() + " of it is not agreed"));
        clarifications.add(action(claim, claim.action(), claim.disputed()));
      } else if (claim.credited().minorUnits() > 0) {
        clarifications.add(reason(claim, instead, claim.credited() + " of it is credited"));
        clarifications.add(action(claim, credit, claim.credited()));
        if (claim.outcome() == LineOutcome.REBILLED) {
          clarifications.add(action(claim, RequestedAction.NEW_INVOICE, claim.credited()));
        }
      } else if (dispute.state().isOpen()) {
        clarifications.add(reason(claim, instead, "nothing of it is disputed"));
        clarifications.add(action(claim, RequestedAction.NONE, nothing));
      }
    }
    return new BuyerStand(status(dispute, refusedInAll, credited, invoiced), clarifications);
  }

  private static ResponseStatus status(
      Dispute dispute, Money refused, Money credited, Money invoiced) {
    boolean claimed = dispute.lines().stream().anyMatch(claim -> standsStill(claim, dispute));
    if (dispute.state().isOpen()) {
      return claimed ? ResponseStatus.UNDER_QUERY : ResponseStatus.IN_PROCESS;
    }
    if (claimed && refused.equals(invoiced)) {
      return ResponseStatus.REJECTED;
    }
    return claimed || credited.minorUnits() > 0
        ? ResponseStatus.CONDITIONALLY_ACCEPTED
        : ResponseStatus.ACCEPTED;
  }

  /**
   * Whether the customer still says that the claim is right and has not been given what it asks.
   */
  private static boolean standsStill(DisputedLine claim, Dispute dispute) {
    LineOutcome outcome = claim.outcome();
    if (claim.reason() == DisputeReason.UNDERCHARGE) {
      return false;
    }
    if (dispute.state().isOpen() || outcome == null) {
      // What is proposed binds the customer only once it was told and the dispute is resolved. What
      // an earlier round credited as a whole is not asked for again.
      return claim.disputed().minorUnits() > 0 || claim.credited().minorUnits() == 0;
    }
    Money approved = claim.approved();
    boolean takenBack = approved != null && approved.compareTo(claim.credited()) > 0;
    return takenBack || (outcome == LineOutcome.DENIED && claim.disputed().minorUnits() > 0);
  }

  private static Clarification reason(DisputedLine claim, Money instead, String what) {
    List<ProposedValue> values = new ArrayList<>();
    values.add(new ProposedValue("BT-126", claim.line().line()));
    if (claim.reason().code().equals("QTY") && claim.invoiced().minorUnits() > 0) {
      values.add(new ProposedValue("BT-129", hours(claim, instead)));
    }
    values.add(new ProposedValue("BT-131", instead.toMajor().toPlainString()));
    String text =
        "Line %s over %s: %s; %s."
            .formatted(claim.line().line(), claim.invoiced(), PlainWords.of(claim.reason()), what);
    return new Clarification(CodeList.REASON, claim.reason().code(), text, values);
  }

  private static Clarification action(DisputedLine claim, RequestedAction action, Money amount) {
    String line = claim.line().line();
    String text =
        switch (action) {
          case NONE -> "Nothing is asked for line " + line + ".";
          case PROVIDE_INFORMATION -> "Say more about line " + line + ".";
          case NEW_INVOICE -> "Bill line " + line + " anew.";
          case CREDIT_FULLY, CREDIT_PARTIALLY, CREDIT_THE_AMOUNT ->
              "Credit " + amount + " for line " + line + ".";
        };
    return new Clarification(CodeList.ACTION, action.code(), text, List.of());
  }

  /** Hours in proportion to an amount, as a dispute has them. */
  private static String hours(DisputedLine claim, Money instead) {
    return claim
        .hours()
        .toDecimal()
        .multiply(BigDecimal.valueOf(instead.minorUnits()))
        .divide(
            BigDecimal.valueOf(claim.invoiced().minorUnits()), Hours.SCALE, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Money lesser(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
