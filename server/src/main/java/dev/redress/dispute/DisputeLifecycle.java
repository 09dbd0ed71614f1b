package dev.redress.dispute;

import static dev.redress.dispute.DisputeAction.ADD_LINES;
import static dev.redress.dispute.DisputeAction.APPROVE;
import static dev.redress.dispute.DisputeAction.BEGIN_REVIEW;
import static dev.redress.dispute.DisputeAction.PROPOSE;
import static dev.redress.dispute.DisputeAction.RESOLVE;
import static dev.redress.dispute.DisputeState.APPROVED;
import static dev.redress.dispute.DisputeState.AWAITING_CUSTOMER;
import static dev.redress.dispute.DisputeState.AWAITING_PROVIDER;
import static dev.redress.dispute.DisputeState.IN_REVIEW;
import static dev.redress.dispute.DisputeState.OPEN;
import static dev.redress.dispute.DisputeState.PROPOSED;
import static dev.redress.dispute.DisputeState.REOPENED;
import static dev.redress.dispute.DisputeState.RESOLVED;

import dev.redress.error.ErrorReason;
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
      Map.of(
          OPEN, Map.of(ADD_LINES, OPEN, BEGIN_REVIEW, IN_REVIEW),
          IN_REVIEW, Map.of(ADD_LINES, IN_REVIEW, PROPOSE, PROPOSED),
          AWAITING_PROVIDER, Map.of(ADD_LINES, AWAITING_PROVIDER, BEGIN_REVIEW, IN_REVIEW),
          AWAITING_CUSTOMER, Map.of(ADD_LINES, AWAITING_CUSTOMER, BEGIN_REVIEW, IN_REVIEW),
          PROPOSED, Map.of(ADD_LINES, IN_REVIEW, BEGIN_REVIEW, IN_REVIEW, APPROVE, APPROVED),
          APPROVED, Map.of(ADD_LINES, IN_REVIEW, RESOLVE, RESOLVED),
          REOPENED, Map.of(ADD_LINES, REOPENED, BEGIN_REVIEW, IN_REVIEW));

  private DisputeLifecycle() {}

  /** What an action leads to. */
  public static Transition apply(Dispute dispute, DisputeAction action, Instant time) {
    Optional<DisputeState> next = next(dispute.state(), action);
    if (next.isEmpty()) {
      return new Transition.Refused(ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
    }
    if (action == RESOLVE && dispute.reachedBy() == null) {
      return new Transition.Refused(ErrorReason.CUSTOMER_NOT_REACHED);
    }
    return new Transition.Accepted(dispute.in(next.get(), time));
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

  /** What asking a dispute to move led to. */
  public sealed interface Transition {
    /** It moved. */
    record Accepted(Dispute after) implements Transition {}

    /** It stays as it is. */
    record Refused(ErrorReason reason) implements Transition {}
  }
}
