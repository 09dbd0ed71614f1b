package dev.redress.reconciliation;

import dev.redress.matching.Verdict;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.util.Comparator;

/**
 * The sums of one answer in one currency.
 *
 * @param lines how many have this answer
 * @param hours billed on them
 * @param amount billed on them
 */
public record Share(Verdict.Answer answer, long lines, Hours hours, Money amount) {

  /** By answer and currency: the order in which shares are shown. */
  public static final Comparator<Share> ORDER =
      Comparator.comparing(Share::answer)
          .thenComparing(share -> share.amount().currency().getCurrencyCode());

  /** Both together; they have the same answer and currency. */
  public Share plus(Share other) {
    return new Share(
        answer, lines + other.lines, hours.plus(other.hours), amount.plus(other.amount));
  }
}
