package dev.redress.dispute;

import dev.redress.identity.CreditName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money given back for one line, or a credit taken back that was wrong: a fact that is never
 * changed.
 *
 * @param dispute whose claim it is for
 * @param ordinal 1, 2, 3 and so on for each line
 * @param amount more than 0; less than 0 for a reversal
 * @param invoiced what the line costs
 * @param creditedBefore what was credited on the line before, over all disputes
 * @param reversed the credit that this one takes back as a whole; absent for money given
 * @param remark why it was taken back, at most 2,000 characters; empty for money given
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
    @Nullable CreditName reversed,
    String remark,
    Instant createTime) {

  public Credit {
    if (reversed == null ? amount.minorUnits() <= 0 : amount.minorUnits() >= 0) {
      throw new IllegalArgumentException("a credit is more than 0, a reversal less");
    }
    Money after = creditedBefore.plus(amount);
    if (after.minorUnits() < 0 || after.compareTo(invoiced) > 0) {
      throw new IllegalArgumentException(
          "credits of a line are never below 0 and never exceed what was invoiced");
    }
  }

  /** All that was credited on the line with this credit. */
  public Money creditedAfter() {
    return creditedBefore.plus(amount);
  }

  /**
   * What takes this credit back.
   *
   * @param last the last credit of the line, which may be this one
   */
  public Credit reversal(CreditName id, Credit last, String why, Instant now) {
    return new Credit(
        id,
        dispute,
        line,
        reason,
        last.ordinal + 1,
        Money.zero(amount.currency()).minus(amount),
        invoiced,
        last.creditedAfter(),
        name,
        why,
        now);
  }
}
