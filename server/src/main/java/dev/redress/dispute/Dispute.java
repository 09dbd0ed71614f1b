package dev.redress.dispute;

import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The case of one customer over one invoice.
 *
 * @param owner who is responsible
 * @param currency of the invoice
 * @param lines at most {@value #LINES_MAX}, ordered by line and reason
 * @param callback the live callback; absent exactly when the dispute has ended (I1)
 * @param reachedBy the callback by which the customer was last reached; absent before (I3)
 * @param version 1 when opened, one more with each change
 */
public record Dispute(
    DisputeName name,
    DisputeState state,
    InvoiceName invoice,
    String owner,
    Currency currency,
    List<DisputedLine> lines,
    @Nullable CallbackName callback,
    @Nullable CallbackName reachedBy,
    Instant createTime,
    Instant updateTime,
    long version) {

  /** Most lines of a dispute. */
  public static final int LINES_MAX = 100_000;

  public Dispute {
    lines = lines.stream().sorted(DisputedLine.ORDER).toList();
    if (state.isOpen() == (callback == null)) {
      throw new IllegalArgumentException("open disputes, and only they, have a live callback");
    }
    if (state == DisputeState.RESOLVED && reachedBy == null) {
      throw new IllegalArgumentException("a dispute is not resolved before a call reached someone");
    }
  }

  /** Whose case it is. */
  public CustomerName customer() {
    return invoice.customer();
  }

  /** The sum of what is disputed. */
  public Money disputedAmount() {
    return sum(DisputedLine::disputed);
  }

  /** The sum of what is, or would be, given back. */
  public Money approvedAmount() {
    Money nothing = Money.zero(currency);
    return sum(line -> line.approved() == null ? nothing : line.approved());
  }

  /** This dispute in another state. */
  Dispute in(DisputeState next, Instant time) {
    return new Dispute(
        name,
        next,
        invoice,
        owner,
        currency,
        lines,
        next.isOpen() ? callback : null,
        reachedBy,
        createTime,
        time,
        version + 1);
  }

  /** This dispute with other lines; the same change as the move that it belongs to. */
  public Dispute with(List<DisputedLine> others) {
    return new Dispute(
        name,
        state,
        invoice,
        owner,
        currency,
        others,
        callback,
        reachedBy,
        createTime,
        updateTime,
        version);
  }

  /**
   * This dispute with another live callback.
   *
   * @param reached whether the one before reached the customer
   */
  public Dispute withCallback(CallbackName successor, boolean reached, Instant time) {
    return new Dispute(
        name,
        state,
        invoice,
        owner,
        currency,
        lines,
        successor,
        reached ? callback : reachedBy,
        createTime,
        time,
        version + 1);
  }

  private Money sum(Function<DisputedLine, Money> part) {
    return lines.stream().map(part).reduce(Money.zero(currency), Money::plus);
  }
}
