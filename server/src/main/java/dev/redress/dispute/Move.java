package dev.redress.dispute;

import dev.redress.identity.CallbackName;
import java.util.List;

/** What is asked of a dispute, with what it takes. */
public sealed interface Move {
  /** Which row of the table it is. */
  DisputeAction action();

  /**
   * Dispute more lines.
   *
   * @param all with the lines before
   */
  record AddLines(List<DisputedLine> all) implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.ADD_LINES;
    }
  }

  /** Look into it. */
  record BeginReview() implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.BEGIN_REVIEW;
    }
  }

  /** Wait for somebody of the provider. */
  record AwaitProvider(Waiting waiting) implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.AWAIT_PROVIDER;
    }
  }

  /** Wait for the customer; the clock stands still, the callback stays live. */
  record AwaitCustomer(Waiting waiting) implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.AWAIT_CUSTOMER;
    }
  }

  /**
   * Say what should happen.
   *
   * @param settled all lines, each with its outcome
   * @param proposer who says so
   */
  record Propose(List<DisputedLine> settled, String proposer) implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.PROPOSE;
    }
  }

  /** Agree to it. */
  record Approve() implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.APPROVE;
    }
  }

  /** End it as approved. */
  record Resolve() implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.RESOLVE;
    }
  }

  /** End it at the customer's word. */
  record Withdraw(Withdrawal word) implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.WITHDRAW;
    }
  }

  /**
   * Open it again.
   *
   * @param callback the call that must follow
   * @param owner who is responsible from now on
   * @param left all lines without outcomes, disputed as far as they are not credited yet
   */
  record Reopen(CallbackName callback, String owner, List<DisputedLine> left) implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.REOPEN;
    }
  }

  /** End it for good. */
  record Close() implements Move {
    @Override
    public DisputeAction action() {
      return DisputeAction.CLOSE;
    }
  }
}
