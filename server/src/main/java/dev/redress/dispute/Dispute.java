package dev.redress.dispute;

import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import dev.redress.servicelevel.DisputePriority;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The case of one customer over one invoice.
 *
 * @param owner who is responsible
 * @param currency of the invoice
 * @param lines at most {@value #LINES_MAX}, ordered by line and reason
 * @param callback the live callback; absent exactly when the dispute has ended (I1)
 * @param waiting what is waited for; present exactly in the two awaiting states
 * @param proposer who proposed the outcomes that stand; absent before a proposal
 * @param clock the business time that the dispute has taken
 * @param version 1 when opened, one more with each change
 */
public record Dispute(
    DisputeName name,
    DisputeState state,
    InvoiceName invoice,
    String owner,
    DisputePriority priority,
    RaisedBy raisedBy,
    Currency currency,
    List<DisputedLine> lines,
    @Nullable CallbackName callback,
    Hearing hearing,
    @Nullable Waiting waiting,
    @Nullable String proposer,
    SlaClock clock,
    Round round,
    Instant createTime,
    Instant updateTime,
    long version) {

  /** Most lines of a dispute. */
  public static final int LINES_MAX = 100_000;

  public Dispute {
    lines = lines.stream().sorted(DisputedLine.ORDER).toList();
    require(
        state.isOpen() == (callback != null), "open disputes, and only they, have a live callback");
    require(
        state != DisputeState.RESOLVED || hearing.allowsResolution(),
        "a dispute is not resolved before the customer was heard");
    require(state.isOpen() || hearing.allowsEnd(), "a dispute does not end in silence");
    require(state.isWaiting() == (waiting != null), "disputes that wait say what for");
    require(
        state.isReopenable() == (round.closeTime() != null),
        "disputes that can be reopened, and only they, have a time when they close");
  }

  /** A new dispute. */
  static Dispute opened(
      DisputeName name,
      InvoiceName invoice,
      Origin origin,
      String owner,
      Currency currency,
      List<DisputedLine> lines,
      CallbackName callback,
      Instant now) {
    return new Dispute(
        name,
        DisputeState.OPEN,
        invoice,
        owner,
        origin.priority(),
        origin.raisedBy(),
        currency,
        lines,
        callback,
        Hearing.NONE,
        null,
        null,
        SlaClock.started(now),
        Round.first(now),
        now,
        now,
        1);
  }

  /** Whose case it is. */
  public CustomerName customer() {
    return invoice.customer();
  }

  /** The sum of what is disputed. */
  public Money disputedAmount() {
    return sum(DisputedLine::disputed);
  }

  /**
   * What need not be paid of each line as long as the dispute is open: what is disputed for all
   * reasons together, and no more than it costs.
   */
  public Map<LineName, Money> heldByLine() {
    Map<LineName, Money> held = new HashMap<>();
    for (DisputedLine line : lines) {
      Money sum = held.getOrDefault(line.line(), Money.zero(currency)).plus(line.disputed());
      held.put(line.line(), sum.compareTo(line.invoiced()) > 0 ? line.invoiced() : sum);
    }
    return held;
  }

  /** The sum of what is, or would be, given back by this round. */
  public Money approvedAmount() {
    Money nothing = Money.zero(currency);
    return sum(line -> line.approved() == null ? nothing : line.approved());
  }

  /** The sum of what was given back in all rounds. */
  public Money creditedAmount() {
    return sum(DisputedLine::credited);
  }

  /**
   * This dispute with another live callback.
   *
   * @param reached whether the one before reached the customer
   */
  public Dispute withCallback(CallbackName successor, boolean reached, Instant time) {
    DisputeDraft draft = new DisputeDraft(this, time).callback(successor);
    CallbackName before = callback;
    if (reached && before != null) {
      draft.hearing(hearing.reached(before));
    }
    return draft.build();
  }

  /** This dispute after the account manager signed off that its exhausted callback is the last. */
  public Dispute signedOff(CallbackName exhausted, Instant time) {
    return new DisputeDraft(this, time).hearing(hearing.signedOff(exhausted)).build();
  }

  /** This dispute with another owner. */
  public Dispute ownedBy(String person, Instant time) {
    return new DisputeDraft(this, time).owner(person).build();
  }

  /** This dispute with other lines, such as after a credit was taken back. */
  public Dispute withLines(List<DisputedLine> others, Instant time) {
    return new DisputeDraft(this, time).lines(others).build();
  }

  private Money sum(Function<DisputedLine, Money> part) {
    return lines.stream().map(part).reduce(Money.zero(currency), Money::plus);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** Where a dispute comes from. */
  public record Origin(RaisedBy raisedBy, DisputePriority priority) {
    /** What a reconciliation finds. */
    public static final Origin RECONCILIATION =
        new Origin(RaisedBy.RECONCILIATION, DisputePriority.NORMAL);

    /** What somebody of the provider finds. */
    public static final Origin PROVIDER = new Origin(RaisedBy.PROVIDER, DisputePriority.NORMAL);
  }
}
