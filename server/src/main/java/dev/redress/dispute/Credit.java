package dev.redress.dispute;

import dev.redress.identity.CreditName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import java.time.Instant;

/**
 * Money given back for one line: a fact that is never changed.
 *
 * @param ordinal 1, 2, 3 and so on for each line
 * @param amount more than 0
 * @param invoiced what the line costs
 * @param creditedBefore what was credited on the line before, over all disputes
 */
public record Credit(
    CreditName name,
    DisputeName dispute,
    LineName line,
    DisputeReason reason,
    int ordinal,
    Money amount,
    Money invoiced,
    Money creditedBefore,
    Instant createTime) {

  public Credit {
    if (amount.minorUnits() <= 0) {
      throw new IllegalArgumentException("a credit is more than 0");
    }
    if (creditedBefore.plus(amount).compareTo(invoiced) > 0) {
      throw new IllegalArgumentException("credits of a line never exceed what was invoiced");
    }
  }

  /** All that was credited on the line with this credit. */
  public Money creditedAfter() {
    return creditedBefore.plus(amount);
  }
}
