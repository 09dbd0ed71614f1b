package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputedLine;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dispute with what follows from it now.
 *
 * @param live the live callback; absent once it has ended
 * @param elapsed the business time that it has taken
 * @param resolutionDue when it is to be resolved; absent while the customer is waited for, and once
 *     it has ended
 * @param holdEnd until when what is in dispute need not be paid; absent once it has ended
 * @param ownership how it changed hands
 */
public record DisputeView(
    Dispute dispute,
    @Nullable Callback live,
    Duration elapsed,
    @Nullable Instant resolutionDue,
    @Nullable Instant holdEnd,
    Ownership ownership) {

  /**
   * What need not be paid while the dispute is open: of each line what is disputed for all reasons
   * together, and no more than it costs. The rest of the invoice stays payable.
   */
  public Money onHold() {
    Money nothing = Money.zero(dispute.currency());
    if (!dispute.state().isOpen()) {
      return nothing;
    }
    Map<LineName, Money> held = new HashMap<>();
    for (DisputedLine line : dispute.lines()) {
      Money sum = held.getOrDefault(line.line(), nothing).plus(line.disputed());
      held.put(line.line(), sum.compareTo(line.invoiced()) > 0 ? line.invoiced() : sum);
    }
    return held.values().stream().reduce(nothing, Money::plus);
  }
}
