package dev.redress.dispute;

import dev.redress.identity.LineName;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dispute, for one reason.
 *
 * @param action what the customer asks for
 * @param hours that were invoiced
 * @param invoiced what the line costs
 * @param disputed the part in dispute, from 0 to {@code invoiced}; 0 for UNDERCHARGE (I8)
 * @param outcome what was decided; absent before a proposal
 * @param approved what is given back by this round: as {@link LineOutcome#given} says of {@code
 *     disputed}; absent before a proposal
 * @param rootCause what went wrong; absent where nobody said
 * @param credited what was given back for this claim in all rounds, from 0 to {@code invoiced}
 * @param comment what was said about the line, at most 2,000 characters
 */
public record DisputedLine(
    LineName line,
    DisputeReason reason,
    RequestedAction action,
    Hours hours,
    Money invoiced,
    Money disputed,
    @Nullable LineOutcome outcome,
    @Nullable Money approved,
    @Nullable RootCause rootCause,
    Money credited,
    String comment) {

  /** By line and reason: the order in which lines are shown. */
  public static final Comparator<DisputedLine> ORDER =
      Comparator.<DisputedLine, String>comparing(line -> line.line().line())
          .thenComparing(DisputedLine::reason);

  public DisputedLine {
    Money nothing = Money.zero(invoiced.currency());
    if (disputed.compareTo(nothing) < 0 || disputed.compareTo(invoiced) > 0) {
      throw new IllegalArgumentException(
          "the disputed amount must be from 0 to the invoiced " + invoiced);
    }
    if (credited.compareTo(nothing) < 0 || credited.compareTo(invoiced) > 0) {
      throw new IllegalArgumentException(
          "the credited amount must be from 0 to the invoiced " + invoiced);
    }
    if (reason == DisputeReason.UNDERCHARGE && disputed.minorUnits() != 0) {
      throw new IllegalArgumentException("an undercharge is no claim (I8)");
    }
    if ((outcome == null) != (approved == null)) {
      throw new IllegalArgumentException("a line with an outcome has an approved amount");
    }
    if (outcome != null && approved != null && !fits(outcome, approved, disputed)) {
      throw new IllegalArgumentException(
          outcome + " does not go with " + approved + " of " + disputed);
    }
  }

  /** A claim that nobody has answered yet. */
  public static DisputedLine claimed(
      LineName line,
      DisputeReason reason,
      RequestedAction action,
      Hours hours,
      Money invoiced,
      Money disputed,
      String comment) {
    return new DisputedLine(
        line,
        reason,
        action,
        hours,
        invoiced,
        disputed,
        null,
        null,
        null,
        Money.zero(invoiced.currency()),
        comment);
  }

  /** The part of the hours that is in dispute. */
  public Hours disputedHours() {
    return share(disputed);
  }

  /** The part of the hours that is given back; none before a proposal. */
  public Hours approvedHours() {
    return approved == null ? Hours.ZERO : share(approved);
  }

  /**
   * This line with an outcome.
   *
   * @param cause absent: what was said before
   */
  public DisputedLine settled(
      LineOutcome decided, Money given, @Nullable RootCause cause, String said) {
    return new DisputedLine(
        line,
        reason,
        action,
        hours,
        invoiced,
        disputed,
        decided,
        given,
        cause == null ? rootCause : cause,
        credited,
        said);
  }

  /** This line after what was approved is given back. */
  DisputedLine paid() {
    return approved == null ? this : given(outcome, approved, credited.plus(approved));
  }

  /** This line after the customer took the dispute back. */
  DisputedLine withdrawn() {
    return given(LineOutcome.WITHDRAWN, Money.zero(invoiced.currency()), credited);
  }

  /**
   * This line after a credit for it was taken back. Where nothing was decided in this round yet,
   * that money is in dispute again.
   */
  public DisputedLine reversed(Money amount) {
    Money again = disputed.plus(amount);
    return new DisputedLine(
        line,
        reason,
        action,
        hours,
        invoiced,
        outcome != null ? disputed : again.compareTo(invoiced) > 0 ? invoiced : again,
        outcome,
        approved,
        rootCause,
        credited.minus(amount),
        comment);
  }

  /**
   * This line without an outcome, disputed as before as far as there is something left.
   *
   * @param left what was not credited of the line, for whatever reason
   */
  public DisputedLine reopened(Money left) {
    return new DisputedLine(
        line,
        reason,
        action,
        hours,
        invoiced,
        disputed.compareTo(left) > 0 ? left : disputed,
        null,
        null,
        rootCause,
        credited,
        comment);
  }

  /** Hours in proportion to an amount, rounded half up. */
  private Hours share(Money amount) {
    if (invoiced.minorUnits() == 0) {
      return Hours.ZERO;
    }
    return new Hours(
        BigDecimal.valueOf(hours.tenThousandths())
            .multiply(BigDecimal.valueOf(amount.minorUnits()))
            .divide(BigDecimal.valueOf(invoiced.minorUnits()), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  private DisputedLine given(
      @Nullable LineOutcome decided, @Nullable Money amount, Money creditedInAll) {
    return new DisputedLine(
        line,
        reason,
        action,
        hours,
        invoiced,
        disputed,
        decided,
        amount,
        rootCause,
        creditedInAll,
        comment);
  }

  private static boolean fits(LineOutcome outcome, Money approved, Money disputed) {
    return switch (outcome.given()) {
      case NOTHING -> approved.minorUnits() == 0;
      case ALL -> approved.equals(disputed);
      case PART -> approved.minorUnits() > 0 && approved.compareTo(disputed) < 0;
    };
  }
}
