package dev.redress.resolution;

import dev.redress.dispute.Claim;
import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.DisputedLine;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of claims and credits against what was billed and given back before (I4). */
public final class ClaimCheck {
  private final LaborLineStore lines;
  private final DisputeStore disputes;
  private final CreditStore credits;

  /** Over the stores that it needs. */
  public ClaimCheck(LaborLineStore lines, DisputeStore disputes, CreditStore credits) {
    this.lines = lines;
    this.disputes = disputes;
    this.credits = credits;
  }

  /**
   * The disputed lines that claims make.
   *
   * @throws RedressException {@code FIELD_INVALID} when the claims are none, not of one invoice of
   *     the provider, or say the same twice; {@code LINE_NOT_FOUND}; {@code LINE_ALREADY_DISPUTED};
   *     {@code CURRENCY_MISMATCH}; {@code AMOUNT_EXCEEDS_LINE}
   */
  List<DisputedLine> check(ProviderName provider, List<Claim> claims) {
    if (claims.isEmpty()) {
      throw RedressException.ofField("dispute.lines", "name at least one line");
    }
    InvoiceName invoice = claims.getFirst().line().invoice();
    Set<List<Object>> seen = new HashSet<>();
    List<DisputedLine> disputed = new ArrayList<>();
    for (Claim claim : claims) {
      if (!claim.line().provider().equals(provider) || !claim.line().invoice().equals(invoice)) {
        throw RedressException.ofField(
            "dispute.lines", "all lines must be of one invoice of " + provider);
      }
      if (!seen.add(List.of(claim.line(), claim.reason()))) {
        throw RedressException.ofField(
            "dispute.lines", claim.line() + " is named twice for " + claim.reason());
      }
      disputed.add(check(claim));
    }
    return disputed;
  }

  /**
   * Checks that the approved amounts of a dispute leave every line within what was invoiced.
   *
   * @throws RedressException {@code AMOUNT_EXCEEDS_LINE}
   */
  void checkCredits(Dispute dispute) {
    Map<LineName, Money> approved = new LinkedHashMap<>();
    for (DisputedLine line : dispute.lines()) {
      if (line.approved() != null && line.approved().minorUnits() > 0) {
        Money sum = approved.merge(line.line(), line.approved(), Money::plus);
        Money left = left(line);
        if (sum.compareTo(left) > 0) {
          throw exceeds(line.line(), sum, left);
        }
      }
    }
  }

  private DisputedLine check(Claim claim) {
    LaborLine line = lines.require(claim.line());
    refuseIfDisputed(claim.line(), claim.reason());
    Money left = line.amount().minus(credited(line.name(), line.amount()));
    Money disputed = claim.disputed() == null ? most(claim.reason(), left) : claim.disputed();
    if (!disputed.currency().equals(line.amount().currency())) {
      throw new RedressException(
          ErrorReason.CURRENCY_MISMATCH,
          line.name()
              + " is billed in "
              + line.amount().currency()
              + ", not in "
              + disputed.currency());
    }
    if (disputed.compareTo(left) > 0) {
      throw exceeds(line.name(), disputed, left);
    }
    if (disputed.minorUnits() < 0) {
      throw RedressException.ofField("dispute.lines.disputed_amount", "must be 0 or more");
    }
    if (disputed.compareTo(most(claim.reason(), left)) > 0) {
      throw RedressException.ofField(
          "dispute.lines.disputed_amount", "an undercharge is no claim; it disputes nothing");
    }
    return DisputedLine.claimed(
        line.name(),
        claim.reason(),
        claim.action() == null ? claim.reason().action() : claim.action(),
        line.hours(),
        line.amount(),
        disputed,
        claim.comment());
  }

  /** What a claim is for that does not say how much (I8: never a claim on an undercharge). */
  private static Money most(DisputeReason reason, Money left) {
    return reason == DisputeReason.UNDERCHARGE ? Money.zero(left.currency()) : left;
  }

  private void refuseIfDisputed(LineName line, DisputeReason reason) {
    DisputeName dispute = disputes.disputed(List.of(line), reason).get(line);
    if (dispute != null) {
      throw new RedressException(
          ErrorReason.LINE_ALREADY_DISPUTED,
          line
              + " is or was disputed as "
              + reason
              + " in dispute "
              + dispute.dispute()
              + "; reopen that one if it has ended",
          Map.of("line", line.toString(), "dispute", dispute.toString()));
    }
  }

  /** What was not given back of a disputed line yet, for whatever reason. */
  Money left(DisputedLine line) {
    return line.invoiced().minus(credited(line.line(), line.invoiced()));
  }

  private Money credited(LineName line, Money invoiced) {
    return credits.last(line).map(Credit::creditedAfter).orElse(Money.zero(invoiced.currency()));
  }

  private static RedressException exceeds(LineName line, Money asked, Money left) {
    return new RedressException(
        ErrorReason.AMOUNT_EXCEEDS_LINE,
        asked + " is more than the " + left + " that is left of " + line,
        Map.of("line", line.toString(), "leftAmount", left.toString()));
  }
}
