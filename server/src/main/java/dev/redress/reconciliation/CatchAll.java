package dev.redress.reconciliation;

import dev.redress.identity.RequestName;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.util.List;

/**
 * A request that swallows labor which has nothing to do with it.
 *
 * @param lines that it backs
 * @param unrelatedLines of those, that share no word with it
 * @param hours that it backs
 * @param amounts of its lines, one a currency, by currency code
 * @param bits that allocation to it loses; negative
 */
public record CatchAll(
    RequestName request,
    String summary,
    int lines,
    int unrelatedLines,
    Hours hours,
    List<Money> amounts,
    double bits) {

  public CatchAll {
    amounts = List.copyOf(amounts);
  }
}
