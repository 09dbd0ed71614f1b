package dev.redress.life;

import static dev.redress.v1.Dispute.State.APPROVED;
import static dev.redress.v1.Dispute.State.AWAITING_CUSTOMER;
import static dev.redress.v1.Dispute.State.AWAITING_PROVIDER;
import static dev.redress.v1.Dispute.State.CLOSED;
import static dev.redress.v1.Dispute.State.IN_REVIEW;
import static dev.redress.v1.Dispute.State.OPEN;
import static dev.redress.v1.Dispute.State.PROPOSED;
import static dev.redress.v1.Dispute.State.REOPENED;
import static dev.redress.v1.Dispute.State.RESOLVED;
import static dev.redress.v1.Dispute.State.WITHDRAWN;

import dev.redress.v1.Dispute.State;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody can do in the life of a dispute, and in which states of it. */
public enum Deed {
  /** Also adds a line to a dispute that is open. */
  OPEN_OR_JOIN(EnumSet.complementOf(EnumSet.of(State.STATE_UNSPECIFIED, State.UNRECOGNIZED))),
  REVIEW(EnumSet.of(OPEN, AWAITING_PROVIDER, AWAITING_CUSTOMER, PROPOSED, REOPENED)),
  AWAIT_PROVIDER(EnumSet.of(OPEN, IN_REVIEW, REOPENED)),
  AWAIT_CUSTOMER(EnumSet.of(OPEN, IN_REVIEW, REOPENED)),
  PROPOSE_EXPLANATION(EnumSet.of(IN_REVIEW)),
  PROPOSE_CREDIT(EnumSet.of(IN_REVIEW)),
  APPROVE(EnumSet.of(PROPOSED)),
  RESOLVE(EnumSet.of(APPROVED)),
  /** A review, a proposal, its approval and the end, all in one. */
  SETTLE(EnumSet.of(OPEN, IN_REVIEW, AWAITING_PROVIDER, AWAITING_CUSTOMER, PROPOSED, REOPENED)),
  WITHDRAW(Deed.open()),
  REOPEN(EnumSet.of(RESOLVED, WITHDRAWN)),
  CLOSE(EnumSet.of(RESOLVED, WITHDRAWN)),
  REVERSE(Deed.open()),
  CLAIM(Deed.open()),
  RELEASE(Deed.open()),
  RESCHEDULE(Deed.open()),
  REACHED(Deed.open()),
  NO_ANSWER(Deed.open()),
  HUNG_UP(Deed.open()),
  WRONG_NUMBER(Deed.open()),
  CUSTOMER_RESCHEDULED(Deed.open()),
  SIGN_OFF(Deed.open()),
  HAND_OFF(Deed.open()),
  ACCEPT_HANDOFF(Deed.open()),
  DECLINE_HANDOFF(Deed.open()),
  CANCEL_HANDOFF(Deed.open()),
  KEEP_PROMISE(EnumSet.allOf(State.class));

  private static final int OFTEN = 4;

  // A copy that cannot be changed; only its type does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<State> states;

  Deed(Set<State> states) {
    this.states = Set.copyOf(states);
  }

  /**
   * What fits a state, for somebody to choose from; often what leads to the end, which takes
   * several steps and would hardly ever be reached otherwise.
   */
  public static List<Deed> fitting(State state) {
    return Stream.of(values())
        .filter(deed -> deed.isAllowedIn(state))
        .flatMap(deed -> Collections.nCopies(deed.leadsToTheEnd() ? OFTEN : 1, deed).stream())
        .toList();
  }

  private boolean leadsToTheEnd() {
    return switch (this) {
      case PROPOSE_EXPLANATION, PROPOSE_CREDIT, APPROVE, RESOLVE, SETTLE, REVERSE, SIGN_OFF -> true;
      default -> false;
    };
  }

  /** Whether the state of a dispute allows it. */
  public boolean isAllowedIn(State state) {
    return states.contains(state);
  }

  /** The states in which nothing is decided yet. */
  private static Set<State> open() {
    return EnumSet.complementOf(
        EnumSet.of(State.STATE_UNSPECIFIED, State.UNRECOGNIZED, RESOLVED, WITHDRAWN, CLOSED));
  }
}
