package dev.redress.dispute;

import dev.redress.dispute.DisputeLifecycle.Terms;
import dev.redress.identity.CallbackName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dispute with one change in the making. */
final class DisputeDraft {
  private final Dispute before;
  private final Instant now;
  private DisputeState state;
  private String owner;
  private List<DisputedLine> lines;
  private @Nullable CallbackName callback;
  private Hearing hearing;
  private @Nullable Waiting waiting;
  private @Nullable String proposer;
  private SlaClock clock;
  private Round round;

  /** Begins with a dispute as it is. */
  DisputeDraft(Dispute before, Instant now) {
    this.before = before;
    this.now = now;
    this.state = before.state();
    this.owner = before.owner();
    this.lines = before.lines();
    this.callback = before.callback();
    this.hearing = before.hearing();
    this.waiting = before.waiting();
    this.proposer = before.proposer();
    this.clock = before.clock();
    this.round = before.round();
  }

  /** Sets the state, and what follows from it alone. */
  DisputeDraft enters(DisputeState next, Terms terms) {
    boolean ran = before.state().isClockRunning();
    if (ran && !next.isClockRunning()) {
      clock = clock.stopped(now, terms.calendar());
    } else if (!ran && next.isClockRunning()) {
      clock = clock.resumed(now);
    }
    if (!next.isOpen()) {
      callback = null;
    }
    if (!next.isWaiting()) {
      waiting = null;
    }
    if (next.isOpen() && next != DisputeState.PROPOSED && next != DisputeState.APPROVED) {
      proposer = null;
    }
    state = next;
    return this;
  }

  DisputeDraft owner(String next) {
    owner = next;
    return this;
  }

  DisputeDraft lines(List<DisputedLine> next) {
    lines = next;
    return this;
  }

  DisputeDraft callback(CallbackName next) {
    callback = next;
    return this;
  }

  DisputeDraft hearing(Hearing next) {
    hearing = next;
    return this;
  }

  DisputeDraft waiting(Waiting next) {
    waiting = next;
    return this;
  }

  DisputeDraft proposer(String next) {
    proposer = next;
    return this;
  }

  DisputeDraft clock(SlaClock next) {
    clock = next;
    return this;
  }

  DisputeDraft round(Round next) {
    round = next;
    return this;
  }

  /** The dispute after the change. */
  Dispute build() {
    return new Dispute(
        before.name(),
        state,
        before.invoice(),
        owner,
        before.priority(),
        before.raisedBy(),
        before.currency(),
        lines,
        callback,
        hearing,
        waiting,
        proposer,
        clock,
        round,
        before.createTime(),
        now,
        before.version() + 1);
  }
}
