package dev.redress.dispute;

import dev.redress.identity.LineName;
import dev.redress.money.Money;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dispute, for one reason.
 *
 * @param invoiced what the line costs
 * @param disputed the part in dispute, from 0 to {@code invoiced}
 * @param outcome what was decided; absent before a proposal
 * @param approved what is given back: {@code disputed} for CREDITED, between the two ends for
 *     PARTIALLY_CREDITED, 0 otherwise; absent before a proposal
 * @param comment what was said about the line, at most 2,000 characters
 */
public record DisputedLine(
    LineName line,
    DisputeReason reason,
    Money invoiced,
    Money disputed,
    @Nullable LineOutcome outcome,
    @Nullable Money approved,
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
    if ((outcome == null) != (approved == null)) {
      throw new IllegalArgumentException("a line with an outcome has an approved amount");
    }
    if (outcome != null && approved != null && !fits(outcome, approved, disputed)) {
      throw new IllegalArgumentException(
          outcome + " does not go with " + approved + " of " + disputed);
    }
  }

  /** This line with an outcome. */
  public DisputedLine settled(LineOutcome decided, Money given, String said) {
    return new DisputedLine(line, reason, invoiced, disputed, decided, given, said);
  }

  private static boolean fits(LineOutcome outcome, Money approved, Money disputed) {
    return switch (outcome) {
      case EXPLAINED, DENIED -> approved.minorUnits() == 0;
      case CREDITED -> approved.equals(disputed);
      case PARTIALLY_CREDITED -> approved.minorUnits() > 0 && approved.compareTo(disputed) < 0;
    };
  }
}
