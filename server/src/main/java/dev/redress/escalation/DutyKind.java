package dev.redress.escalation;

/** What can be late. */
public enum DutyKind {
  /** A promised call: from its promise to its due time. */
  CALLBACK,
  /** An answer that a dispute waits for from the provider: from the wait to its date. */
  RESPONSE,
  /**
   * The end of a dispute: by its own clock, which stands still while the customer is waited for.
   */
  RESOLUTION,
  /** What a customer was promised on a call: from the call to the date of the promise. */
  PROMISE,
  /** The answer of somebody who is asked to take a dispute over: from the question on. */
  HANDOFF
}
