package dev.redress.dispute;

import static dev.redress.dispute.DisputeAction.ADD_LINES;
import static dev.redress.dispute.DisputeAction.APPROVE;
import static dev.redress.dispute.DisputeAction.AWAIT_CUSTOMER;
import static dev.redress.dispute.DisputeAction.AWAIT_PROVIDER;
import static dev.redress.dispute.DisputeAction.BEGIN_REVIEW;
import static dev.redress.dispute.DisputeAction.CLOSE;
import static dev.redress.dispute.DisputeAction.PROPOSE;
import static dev.redress.dispute.DisputeAction.REOPEN;
import static dev.redress.dispute.DisputeAction.RESOLVE;
import static dev.redress.dispute.DisputeAction.WITHDRAW;
import static dev.redress.dispute.DisputeState.APPROVED;
import static dev.redress.dispute.DisputeState.AWAITING_CUSTOMER;
import static dev.redress.dispute.DisputeState.AWAITING_PROVIDER;
import static dev.redress.dispute.DisputeState.CLOSED;
import static dev.redress.dispute.DisputeState.IN_REVIEW;
import static dev.redress.dispute.DisputeState.OPEN;
import static dev.redress.dispute.DisputeState.PROPOSED;
import static dev.redress.dispute.DisputeState.REOPENED;
import static dev.redress.dispute.DisputeState.RESOLVED;
import static dev.redress.dispute.DisputeState.WITHDRAWN;
import static java.util.Map.entry;

import dev.redress.error.ErrorReason;
import dev.redress.time.BusinessCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state machine of a dispute: a table, and one function that reads it. */
public final class DisputeLifecycle {

  /**
   * Where each action leads from each state; what is not here is forbidden. A line that joins later
   * has no outcome yet, so a proposal that does not cover it falls back into review.
   */
  private static final Map<DisputeState, Map<DisputeAction, DisputeState>> TABLE =
      Map.ofEntries(
          entry(
              OPEN,
              Map.of(
                  ADD_LINES, OPEN,
                  BEGIN_REVIEW, IN_REVIEW,
                  AWAIT_PROVIDER, AWAITING_PROVIDER,
                  AWAIT_CUSTOMER, AWAITING_CUSTOMER,
                  WITHDRAW, WITHDRAWN)),
          entry(
              IN_REVIEW,
              Map.of(
                  ADD_LINES, IN_REVIEW,
                  AWAIT_PROVIDER, AWAITING_PROVIDER,
                  AWAIT_CUSTOMER, AWAITING_CUSTOMER,
                  PROPOSE, PROPOSED,
                  WITHDRAW, WITHDRAWN)),
          entry(
              AWAITING_PROVIDER,
              Map.of(ADD_LINES, AWAITING_PROVIDER, BEGIN_REVIEW, IN_REVIEW, WITHDRAW, WITHDRAWN)),
          entry(
              AWAITING_CUSTOMER,
              Map.of(ADD_LINES, AWAITING_CUSTOMER, BEGIN_REVIEW, IN_REVIEW, WITHDRAW, WITHDRAWN)),
          entry(
              PROPOSED,
              Map.of(
                  ADD_LINES, IN_REVIEW,
                  BEGIN_REVIEW, IN_REVIEW,
                  APPROVE, APPROVED,
                  WITHDRAW, WITHDRAWN)),
          entry(APPROVED, Map.of(ADD_LINES, IN_REVIEW, RESOLVE, RESOLVED, WITHDRAW, WITHDRAWN)),
          entry(
              REOPENED,
              Map.of(
                  ADD_LINES, REOPENED,
                  BEGIN_REVIEW, IN_REVIEW,
                  AWAIT_PROVIDER, AWAITING_PROVIDER,
                  AWAIT_CUSTOMER, AWAITING_CUSTOMER,
                  WITHDRAW, WITHDRAWN)),
          entry(RESOLVED, Map.of(REOPEN, REOPENED, CLOSE, CLOSED)),
          entry(WITHDRAWN, Map.of(REOPEN, REOPENED, CLOSE, CLOSED)),
          entry(CLOSED, Map.of()));

  private DisputeLifecycle() {}

  /** What a move leads to. */
  public static Transition apply(Dispute dispute, Move move, Terms terms) {
    Optional<DisputeState> next = next(dispute.state(), move.action());
    if (next.isEmpty()) {
      return new Transition.Refused(ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
    }
    if (move instanceof Move.Resolve && !dispute.hearing().allowsResolution()) {
      return new Transition.Refused(ErrorReason.CUSTOMER_NOT_REACHED);
    }
    if (move instanceof Move.Propose(List<DisputedLine> settled, String _)
        && settled.stream().anyMatch(line -> line.outcome() == null)) {
      return new Transition.Refused(ErrorReason.OUTCOME_INCOMPLETE);
    }
    return new Transition.Accepted(moved(dispute, move, next.get(), terms));
  }

  /** The state that an action leads to, if it is allowed. */
  public static Optional<DisputeState> next(DisputeState state, DisputeAction action) {
    return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(action));
  }

  /**
   * The actions that settle a dispute in one go, from its state to the end, in order; empty when it
   * has ended. A proposal that stands is taken back into review, so that new outcomes replace it.
   */
  public static List<DisputeAction> settlement(DisputeState state) {
    return switch (state) {
      case OPEN, AWAITING_PROVIDER, AWAITING_CUSTOMER, PROPOSED, REOPENED ->
          List.of(BEGIN_REVIEW, PROPOSE, APPROVE, RESOLVE);
      case IN_REVIEW -> List.of(PROPOSE, APPROVE, RESOLVE);
      case APPROVED, RESOLVED, WITHDRAWN, CLOSED -> List.of();
    };
  }

  private static Dispute moved(Dispute before, Move move, DisputeState next, Terms terms) {
    Instant now = terms.now();
    DisputeDraft draft = new DisputeDraft(before, now).enters(next, terms);
    return switch (move) {
      case Move.AddLines(List<DisputedLine> all) -> draft.lines(all).build();
      case Move.BeginReview() -> draft.build();
      case Move.AwaitProvider(Waiting waiting) -> draft.waiting(waiting).build();
      case Move.AwaitCustomer(Waiting waiting) -> draft.waiting(waiting).build();
      case Move.Propose(List<DisputedLine> settled, String proposer) ->
          draft.lines(settled).proposer(proposer).build();
      case Move.Approve() -> draft.build();
      case Move.Resolve() ->
          draft
              .lines(before.lines().stream().map(DisputedLine::paid).toList())
              .round(before.round().ended(terms.closeTime()))
              .build();
      case Move.Withdraw(Withdrawal word) ->
          draft
              .lines(before.lines().stream().map(DisputedLine::withdrawn).toList())
              .hearing(before.hearing().withdrawn(word))
              .round(before.round().ended(terms.closeTime()))
              .build();
      case Move.Reopen reopen ->
          draft
              .lines(reopen.left())
              .callback(reopen.callback())
              .owner(reopen.owner())
              .hearing(Hearing.NONE)
              .clock(SlaClock.started(now))
              .round(before.round().next(now))
              .build();
      case Move.Close() -> draft.round(before.round().closed()).build();
    };
  }

  /**
   * What counts for a move.
   *
   * @param calendar the business hours of the customer
   * @param coolingOffDays business days for which an ended dispute can be reopened
   */
  public record Terms(Instant now, BusinessCalendar calendar, int coolingOffDays) {
    /** When a dispute that ends now closes for good. */
    Instant closeTime() {
      return calendar.plusDays(now, coolingOffDays);
    }
  }

  /** What asking a dispute to move led to. */
  public sealed interface Transition {
    /** It moved. */
    record Accepted(Dispute after) implements Transition {}

    /** It stays as it is. */
    record Refused(ErrorReason reason) implements Transition {}
  }
}
