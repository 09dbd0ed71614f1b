package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.dispute.Dispute;
import dev.redress.money.Money;
import java.time.Duration;
import java.time.Instant;
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
   * What need not be paid while the dispute is open, see {@link Dispute#heldByLine}. The rest of
   * the invoice stays payable.
   */
  public Money onHold() {
    Money nothing = Money.zero(dispute.currency());
    if (!dispute.state().isOpen()) {
      return nothing;
    }
    return dispute.heldByLine().values().stream().reduce(nothing, Money::plus);
  }
}
