package dev.redress.callback;

/**
 * Where a callback stands. DUE is not stored: a scheduled callback is due once its time has come.
 */
public enum CallbackState {
  /** To be made at its due time. */
  SCHEDULED(true),
  /** Somebody is making it. */
  CLAIMED(true),
  /** The customer was reached. */
  COMPLETED(false),
  /** It was tried or moved, and its successor took its place. */
  SUPERSEDED(false),
  /** All attempts were made in vain: waits for the account manager. */
  EXHAUSTED(true),
  /** Ended with its dispute. */
  CANCELLED(false);

  private final boolean live;

  CallbackState(boolean live) {
    this.live = live;
  }

  /** Whether somebody still has to do something about it. */
  public boolean isLive() {
    return live;
  }
}
